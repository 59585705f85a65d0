---
code: E0106
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    Symbol,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub text: &str,
}

fn kind_of(c: char) -> Kind {
    if c.is_alphabetic() {
        Kind::Word
    } else if c.is_ascii_digit() {
        Kind::Number
    } else {
        Kind::Symbol
    }
}

/// Cuts a source into tokens, none of which copies its text. Blanks separate.
pub fn scan(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let kind = kind_of(first);
        let end = match kind {
            Kind::Symbol => first.len_utf8(),
            _ => rest.find(|c: char| c.is_whitespace() || kind_of(c) != kind).unwrap_or(rest.len()),
        };
        let (text, after) = rest.split_at(end);
        tokens.push(Token { kind, text });
        rest = after.trim_start();
    }
    tokens
}

/// The words of a source in alphabetical order.
pub fn words(source: &str) -> Vec<&str> {
    let mut words: Vec<&str> = scan(source)
        .into_iter()
        .filter(|t| t.kind == Kind::Word)
        .map(|t| t.text)
        .collect();
    words.sort_unstable();
    words
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    Symbol,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'s> {
    pub kind: Kind,
    pub text: &'s str,
}

fn kind_of(c: char) -> Kind {
    if c.is_alphabetic() {
        Kind::Word
    } else if c.is_ascii_digit() {
        Kind::Number
    } else {
        Kind::Symbol
    }
}

/// Cuts a source into tokens, none of which copies its text. Blanks separate.
pub fn scan(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let kind = kind_of(first);
        let end = match kind {
            Kind::Symbol => first.len_utf8(),
            _ => rest.find(|c: char| c.is_whitespace() || kind_of(c) != kind).unwrap_or(rest.len()),
        };
        let (text, after) = rest.split_at(end);
        tokens.push(Token { kind, text });
        rest = after.trim_start();
    }
    tokens
}

/// The words of a source in alphabetical order.
pub fn words(source: &str) -> Vec<&str> {
    let mut words: Vec<&str> = scan(source)
        .into_iter()
        .filter(|t| t.kind == Kind::Word)
        .map(|t| t.text)
        .collect();
    words.sort_unstable();
    words
}
==== tests
#[test]
fn tokens_of_a_line() {
    let texts: Vec<(Kind, String)> = scan(" let x1= 42;").iter().map(|t| (t.kind, t.text.to_string())).collect();
    let want = [
        (Kind::Word, "let"),
        (Kind::Word, "x"),
        (Kind::Number, "1"),
        (Kind::Symbol, "="),
        (Kind::Number, "42"),
        (Kind::Symbol, ";"),
    ];
    assert_eq!(texts, want.map(|(k, t)| (k, t.to_string())));
}

#[test]
fn sorted_words() {
    assert_eq!(words("b + a * (c - 2)"), ["a", "b", "c"]);
    assert!(words("  ").is_empty());
}
