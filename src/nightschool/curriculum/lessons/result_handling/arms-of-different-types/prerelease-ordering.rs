---
code: E0308
---
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum TagError {
    Empty,
    LeadingZero(String),
    TooLarge(String),
}

impl fmt::Display for TagError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TagError::Empty => write!(f, "empty identifier"),
            TagError::LeadingZero(text) => write!(f, "leading zero in `{text}`"),
            TagError::TooLarge(text) => write!(f, "`{text}` is too large"),
        }
    }
}

/// One part of a pre-release tag. Numbers come before words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identifier {
    Numeric(u32),
    Word(String),
}

pub fn identifier(text: &str) -> Result<Identifier, TagError> {
    if text.is_empty() {
        Err(TagError::Empty)
    } else if !text.bytes().all(|b| b.is_ascii_digit()) {
        Identifier::Word(text.to_string())
    } else if text.len() > 1 && text.starts_with('0') {
        Err(TagError::LeadingZero(text.to_string()))
    } else {
        match text.parse() {
            Ok(number) => Identifier::Numeric(number),
            Err(_) => Err(TagError::TooLarge(text.to_string())),
        }
    }
}

pub fn tag(text: &str) -> Result<Vec<Identifier>, TagError> {
    text.split('.').map(identifier).collect()
}
==== fixed
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum TagError {
    Empty,
    LeadingZero(String),
    TooLarge(String),
}

impl fmt::Display for TagError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TagError::Empty => write!(f, "empty identifier"),
            TagError::LeadingZero(text) => write!(f, "leading zero in `{text}`"),
            TagError::TooLarge(text) => write!(f, "`{text}` is too large"),
        }
    }
}

/// One part of a pre-release tag. Numbers come before words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identifier {
    Numeric(u32),
    Word(String),
}

pub fn identifier(text: &str) -> Result<Identifier, TagError> {
    if text.is_empty() {
        Err(TagError::Empty)
    } else if !text.bytes().all(|b| b.is_ascii_digit()) {
        Ok(Identifier::Word(text.to_string()))
    } else if text.len() > 1 && text.starts_with('0') {
        Err(TagError::LeadingZero(text.to_string()))
    } else {
        match text.parse() {
            Ok(number) => Ok(Identifier::Numeric(number)),
            Err(_) => Err(TagError::TooLarge(text.to_string())),
        }
    }
}

pub fn tag(text: &str) -> Result<Vec<Identifier>, TagError> {
    text.split('.').map(identifier).collect()
}
==== tests
#[test]
fn words_and_numbers() {
    assert_eq!(
        tag("rc.1.0b"),
        Ok(vec![
            Identifier::Word("rc".into()),
            Identifier::Numeric(1),
            Identifier::Word("0b".into())
        ])
    );
    assert!(tag("beta.2").unwrap() < tag("beta.11").unwrap());
    assert!(tag("9").unwrap() < tag("a").unwrap());
}
#[test]
fn refused_tags() {
    assert_eq!(tag("rc..1"), Err(TagError::Empty));
    assert_eq!(tag("rc.01"), Err(TagError::LeadingZero("01".into())));
    assert_eq!(tag("99999999999"), Err(TagError::TooLarge("99999999999".into())));
    assert_eq!(tag("0"), Ok(vec![Identifier::Numeric(0)]));
}
