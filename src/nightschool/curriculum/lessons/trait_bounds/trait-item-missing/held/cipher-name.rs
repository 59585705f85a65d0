---
code: E0046
---
pub trait Cipher {
    type Key;

    fn apply(&self, key: &Self::Key, text: &str) -> String;

    /// Undoes `apply` with the same key.
    fn undo(&self, key: &Self::Key, text: &str) -> String;
}

pub struct Shift;

fn rotate(c: char, by: i32) -> char {
    if c.is_ascii_lowercase() {
        let place = (c as i32 - 'a' as i32 + by).rem_euclid(26);
        (b'a' + place as u8) as char
    } else {
        c
    }
}

impl Cipher for Shift {
    type Key = i32;

    fn apply(&self, key: &i32, text: &str) -> String {
        text.chars().map(|c| rotate(c, *key)).collect()
    }

    fn undo(&self, key: &i32, text: &str) -> String {
        self.apply(&-key, text)
    }
}

/// Shifts the n-th character by the n-th number of the key, over and over.
pub struct Vigenere;

impl Cipher for Vigenere {
    type Key = Vec<i32>;

    fn apply(&self, key: &Vec<i32>, text: &str) -> String {
        text.chars().zip(key.iter().cycle()).map(|(c, k)| rotate(c, *k)).collect()
    }
}

pub fn survives<C: Cipher>(cipher: &C, key: &C::Key, text: &str) -> bool {
    cipher.undo(key, &cipher.apply(key, text)) == text
}
==== fixed
pub trait Cipher {
    type Key;

    fn apply(&self, key: &Self::Key, text: &str) -> String;

    /// Undoes `apply` with the same key.
    fn undo(&self, key: &Self::Key, text: &str) -> String;
}

pub struct Shift;

fn rotate(c: char, by: i32) -> char {
    if c.is_ascii_lowercase() {
        let place = (c as i32 - 'a' as i32 + by).rem_euclid(26);
        (b'a' + place as u8) as char
    } else {
        c
    }
}

impl Cipher for Shift {
    type Key = i32;

    fn apply(&self, key: &i32, text: &str) -> String {
        text.chars().map(|c| rotate(c, *key)).collect()
    }

    fn undo(&self, key: &i32, text: &str) -> String {
        self.apply(&-key, text)
    }
}

/// Shifts the n-th character by the n-th number of the key, over and over.
pub struct Vigenere;

impl Cipher for Vigenere {
    type Key = Vec<i32>;

    fn apply(&self, key: &Vec<i32>, text: &str) -> String {
        text.chars().zip(key.iter().cycle()).map(|(c, k)| rotate(c, *k)).collect()
    }

    fn undo(&self, key: &Vec<i32>, text: &str) -> String {
        text.chars().zip(key.iter().cycle()).map(|(c, k)| rotate(c, -k)).collect()
    }
}

pub fn survives<C: Cipher>(cipher: &C, key: &C::Key, text: &str) -> bool {
    cipher.undo(key, &cipher.apply(key, text)) == text
}
==== tests
#[test]
fn vigenere_both_ways() {
    let key = vec![1, 2, 25];
    assert_eq!(Vigenere.apply(&key, "aaaz"), "bcza");
    assert_eq!(Vigenere.undo(&key, "bcza"), "aaaz");
    assert_eq!(Vigenere.undo(&vec![3], "def"), "abc");
}

#[test]
fn round_trips() {
    assert!(survives(&Shift, &7, "attack at dawn"));
    assert!(survives(&Vigenere, &vec![4, 0, 19, -3], "attack at dawn"));
}
