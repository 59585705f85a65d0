---
code: E0515
---
/// Letters are shifted, everything else is left alone.
#[derive(Debug, Clone, Copy)]
pub struct Caesar {
    shift: u8,
}

fn rotate(c: char, by: u8) -> char {
    let base = match c {
        'a'..='z' => b'a',
        'A'..='Z' => b'A',
        _ => return c,
    };
    ((c as u8 - base + by) % 26 + base) as char
}

fn shifted<'a>(text: &'a str, by: u8) -> &'a str {
    let out: String = text.chars().map(|c| rotate(c, by)).collect();
    out.as_str()
}

impl Caesar {
    pub fn new(shift: i32) -> Caesar {
        Caesar { shift: shift.rem_euclid(26) as u8 }
    }

    pub fn encrypt(&self, text: &str) -> String {
        shifted(text, self.shift).to_string()
    }

    pub fn decrypt(&self, text: &str) -> String {
        shifted(text, 26 - self.shift).to_string()
    }

    /// How often each letter occurs, without regard to case.
    pub fn histogram(text: &str) -> [usize; 26] {
        let mut counts = [0; 26];
        for c in text.chars().filter(char::is_ascii_alphabetic) {
            counts[(c.to_ascii_lowercase() as u8 - b'a') as usize] += 1;
        }
        counts
    }
}
==== fixed
/// Letters are shifted, everything else is left alone.
#[derive(Debug, Clone, Copy)]
pub struct Caesar {
    shift: u8,
}

fn rotate(c: char, by: u8) -> char {
    let base = match c {
        'a'..='z' => b'a',
        'A'..='Z' => b'A',
        _ => return c,
    };
    ((c as u8 - base + by) % 26 + base) as char
}

fn shifted(text: &str, by: u8) -> String {
    let out: String = text.chars().map(|c| rotate(c, by)).collect();
    out
}

impl Caesar {
    pub fn new(shift: i32) -> Caesar {
        Caesar { shift: shift.rem_euclid(26) as u8 }
    }

    pub fn encrypt(&self, text: &str) -> String {
        shifted(text, self.shift)
    }

    pub fn decrypt(&self, text: &str) -> String {
        shifted(text, 26 - self.shift)
    }

    /// How often each letter occurs, without regard to case.
    pub fn histogram(text: &str) -> [usize; 26] {
        let mut counts = [0; 26];
        for c in text.chars().filter(char::is_ascii_alphabetic) {
            counts[(c.to_ascii_lowercase() as u8 - b'a') as usize] += 1;
        }
        counts
    }
}
==== tests
#[test]
fn there_and_back() {
    let c = Caesar::new(3);
    assert_eq!(c.encrypt("Xyz, abc!"), "Abc, def!");
    assert_eq!(c.decrypt("Abc, def!"), "Xyz, abc!");
}

#[test]
fn negative_and_zero_shifts() {
    assert_eq!(Caesar::new(-1).encrypt("banana"), "azmzmz");
    assert_eq!(Caesar::new(0).decrypt("same"), "same");
    assert_eq!(Caesar::histogram("Bee")[4], 2);
}
