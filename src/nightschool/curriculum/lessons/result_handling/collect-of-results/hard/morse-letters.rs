---
code: E0277
---
//! Turns Morse code into letters.

#[derive(Debug, PartialEq)]
pub struct UnknownSign {
    /// Position of the sign in the message, counted from zero.
    pub position: usize,
    pub sign: String,
}

const TABLE: [(&str, char); 6] =
    [(".", 'e'), ("-", 't'), ("...", 's'), ("---", 'o'), (".-", 'a'), ("-.", 'n')];

fn letter(position: usize, sign: &str) -> Result<char, UnknownSign> {
    TABLE
        .iter()
        .find(|(code, _)| *code == sign)
        .map(|&(_, letter)| letter)
        .ok_or_else(|| UnknownSign { position, sign: sign.to_string() })
}

/// The word that a row of signs spells.
pub fn word(signs: &str) -> Result<String, UnknownSign> {
    let letters: String = signs
        .split_whitespace()
        .enumerate()
        .map(|(position, sign)| letter(position, sign))
        .collect();
    Ok(capitalised(&letters))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
==== fixed
//! Turns Morse code into letters.

#[derive(Debug, PartialEq)]
pub struct UnknownSign {
    /// Position of the sign in the message, counted from zero.
    pub position: usize,
    pub sign: String,
}

const TABLE: [(&str, char); 6] =
    [(".", 'e'), ("-", 't'), ("...", 's'), ("---", 'o'), (".-", 'a'), ("-.", 'n')];

fn letter(position: usize, sign: &str) -> Result<char, UnknownSign> {
    TABLE
        .iter()
        .find(|(code, _)| *code == sign)
        .map(|&(_, letter)| letter)
        .ok_or_else(|| UnknownSign { position, sign: sign.to_string() })
}

/// The word that a row of signs spells.
pub fn word(signs: &str) -> Result<String, UnknownSign> {
    let letters = signs
        .split_whitespace()
        .enumerate()
        .map(|(position, sign)| letter(position, sign))
        .collect::<Result<String, UnknownSign>>()?;
    Ok(capitalised(&letters))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
==== tests
#[test]
fn spells_words() {
    assert_eq!(word("... --- ..."), Ok("Sos".to_string()));
    assert_eq!(word(""), Ok(String::new()));
}

#[test]
fn names_the_unknown_sign() {
    let unknown = UnknownSign { position: 1, sign: "..--".to_string() };
    assert_eq!(word(". ..-- -"), Err(unknown));
}
