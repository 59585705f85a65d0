---
code: E0277
---
//! The tokens of a small query language, and a dump of them for bug reports.

#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Word(String),
    Number(i64),
    Quoted(String),
    Minus,
}

/// Splits `-draft "two words" 12` into tokens; an open quote runs to the end.
pub fn tokens(query: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = query.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '-' {
            found.push(Token::Minus);
            rest = &rest[1..];
        } else if let Some(text) = rest.strip_prefix('"') {
            let (inside, after) = text.split_once('"').unwrap_or((text, ""));
            found.push(Token::Quoted(inside.to_string()));
            rest = after;
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let word = &rest[..end];
            found.push(word.parse().map_or_else(|_| Token::Word(word.to_string()), Token::Number));
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    found
}

/// One token a line, numbered, with the kind of the token and its text in
/// quotes, so that blanks and tabs in it can be seen: `0 Word("draft")`.
pub fn dump(query: &str) -> String {
    let lines = tokens(query).into_iter().enumerate();
    lines.map(|(number, token)| format!("{number} {token}\n")).collect()
}
==== fixed
//! The tokens of a small query language, and a dump of them for bug reports.

#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Word(String),
    Number(i64),
    Quoted(String),
    Minus,
}

/// Splits `-draft "two words" 12` into tokens; an open quote runs to the end.
pub fn tokens(query: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = query.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '-' {
            found.push(Token::Minus);
            rest = &rest[1..];
        } else if let Some(text) = rest.strip_prefix('"') {
            let (inside, after) = text.split_once('"').unwrap_or((text, ""));
            found.push(Token::Quoted(inside.to_string()));
            rest = after;
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let word = &rest[..end];
            found.push(word.parse().map_or_else(|_| Token::Word(word.to_string()), Token::Number));
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    found
}

/// One token a line, numbered, with the kind of the token and its text in
/// quotes, so that blanks and tabs in it can be seen: `0 Word("draft")`.
pub fn dump(query: &str) -> String {
    let lines = tokens(query).into_iter().enumerate();
    lines.map(|(number, token)| format!("{number} {token:?}\n")).collect()
}
==== tests
#[test]
fn the_dump_shows_kinds_and_quotes() {
    assert_eq!(dump("-draft \"two\twords\" 12"), "0 Minus\n1 Word(\"draft\")\n2 Quoted(\"two\\twords\")\n3 Number(12)\n");
}

#[test]
fn splits_a_query() {
    assert_eq!(tokens("7 up"), [Token::Number(7), Token::Word("up".to_string())]);
    assert_eq!(tokens("\"open"), [Token::Quoted("open".to_string())]);
    assert_eq!(dump("  "), "");
}
