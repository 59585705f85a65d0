---
code: E0106
---
const OPERATORS: [&str; 6] = ["<<=", "<<", "<=", "<", "==", "="];

/// A piece of source text together with where it starts.
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Lexeme {
    pub text: &str,
    pub start: usize,
}

fn operator_length(rest: &str) -> usize {
    OPERATORS
        .iter()
        .find(|operator| rest.starts_with(**operator))
        .map_or(0, |operator| operator.len())
}

fn word_length(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}

/// Cuts the source into words and operators; anything else ends the scan.
pub fn lexemes(source: &str) -> Vec<Lexeme> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < source.len() {
        let rest = &source[start..];
        if rest.starts_with(' ') {
            start += 1;
            continue;
        }
        let length = operator_length(rest).max(word_length(rest));
        if length == 0 {
            break;
        }
        found.push(Lexeme { text: &rest[..length], start });
        start += length;
    }
    found
}
==== fixed
const OPERATORS: [&str; 6] = ["<<=", "<<", "<=", "<", "==", "="];

/// A piece of source text together with where it starts.
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Lexeme<'s> {
    pub text: &'s str,
    pub start: usize,
}

fn operator_length(rest: &str) -> usize {
    OPERATORS
        .iter()
        .find(|operator| rest.starts_with(**operator))
        .map_or(0, |operator| operator.len())
}

fn word_length(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}

/// Cuts the source into words and operators; anything else ends the scan.
pub fn lexemes(source: &str) -> Vec<Lexeme<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < source.len() {
        let rest = &source[start..];
        if rest.starts_with(' ') {
            start += 1;
            continue;
        }
        let length = operator_length(rest).max(word_length(rest));
        if length == 0 {
            break;
        }
        found.push(Lexeme { text: &rest[..length], start });
        start += length;
    }
    found
}
==== tests
#[test]
fn cuts_with_positions() {
    let source = String::from("a <<= b2==3");
    let found: Vec<(String, usize)> =
        lexemes(&source).iter().map(|l| (l.text.to_string(), l.start)).collect();
    assert_eq!(
        found,
        [
            ("a".to_string(), 0),
            ("<<=".to_string(), 2),
            ("b2".to_string(), 6),
            ("==".to_string(), 8),
            ("3".to_string(), 10)
        ]
    );
}
#[test]
fn stops_at_unknown() {
    assert_eq!(lexemes("a ; b").len(), 1);
    assert!(lexemes("").is_empty());
}
