---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneError {
    pub input: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardError {
    NoName,
    /// The phone number could not be read; holds the name of the card's owner.
    Phone { owner: String, input: String },
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CardError::NoName => f.write_str("card without a name"),
            CardError::Phone { owner, input } => write!(f, "{owner}: bad number {input:?}"),
        }
    }
}

pub fn normalise_phone(text: &str) -> Result<String, PhoneError> {
    let digits: String = text.chars().filter(|c| !" -()".contains(*c)).collect();
    if digits.len() < 3 || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(PhoneError { input: text.to_string() });
    }
    Ok(digits)
}

#[derive(Debug, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub phones: Vec<String>,
}

/// Reads `Name: number, number`.
pub fn parse_card(line: &str) -> Result<Card, CardError> {
    let (name, numbers) = line.split_once(':').unwrap_or((line, ""));
    let name = name.trim();
    if name.is_empty() {
        return Err(CardError::NoName);
    }
    let mut phones = Vec::new();
    for number in numbers.split(',').map(str::trim).filter(|n| !n.is_empty()) {
        phones.push(normalise_phone(number)?);
    }
    Ok(Card { name: name.to_string(), phones })
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneError {
    pub input: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardError {
    NoName,
    /// The phone number could not be read; holds the name of the card's owner.
    Phone { owner: String, input: String },
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CardError::NoName => f.write_str("card without a name"),
            CardError::Phone { owner, input } => write!(f, "{owner}: bad number {input:?}"),
        }
    }
}

pub fn normalise_phone(text: &str) -> Result<String, PhoneError> {
    let digits: String = text.chars().filter(|c| !" -()".contains(*c)).collect();
    if digits.len() < 3 || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(PhoneError { input: text.to_string() });
    }
    Ok(digits)
}

#[derive(Debug, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub phones: Vec<String>,
}

/// Reads `Name: number, number`.
pub fn parse_card(line: &str) -> Result<Card, CardError> {
    let (name, numbers) = line.split_once(':').unwrap_or((line, ""));
    let name = name.trim();
    if name.is_empty() {
        return Err(CardError::NoName);
    }
    let mut phones = Vec::new();
    for number in numbers.split(',').map(str::trim).filter(|n| !n.is_empty()) {
        phones.push(normalise_phone(number).map_err(|e| CardError::Phone {
            owner: name.to_string(),
            input: e.input,
        })?);
    }
    Ok(Card { name: name.to_string(), phones })
}
==== tests
#[test]
fn reads_cards() {
    let card = parse_card("Ann: 0161-555, (030) 12").unwrap();
    assert_eq!(card.phones, ["0161555", "03012"]);
    assert_eq!(parse_card("Bo").unwrap(), Card { name: "Bo".into(), phones: vec![] });
}

#[test]
fn names_the_owner() {
    let e = parse_card("Cy: 123, 12x").unwrap_err();
    assert_eq!(e, CardError::Phone { owner: "Cy".into(), input: "12x".into() });
    assert_eq!(e.to_string(), "Cy: bad number \"12x\"");
    assert_eq!(parse_card(" : 123"), Err(CardError::NoName));
}
