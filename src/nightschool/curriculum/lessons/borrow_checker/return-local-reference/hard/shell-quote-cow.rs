---
code: E0515
---
//! Quoting of words for a command line.

use std::borrow::Cow;

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/')
}

/// A word that needs no quotes comes back as it is, without a copy; any other
/// word is put between single quotes, with every inner quote escaped.
pub fn quote(word: &str) -> Cow<'_, str> {
    if !word.is_empty() && word.chars().all(is_plain) {
        return Cow::Borrowed(word);
    }
    let mut quoted = String::with_capacity(word.len() + 2);
    quoted.push('\'');
    for c in word.chars() {
        match c {
            '\'' => quoted.push_str("'\\''"),
            _ => quoted.push(c),
        }
    }
    quoted.push('\'');
    Cow::Borrowed(&quoted)
}

/// A command line that a shell splits into exactly these words.
pub fn command_line(words: &[&str]) -> String {
    let quoted: Vec<Cow<'_, str>> = words.iter().map(|word| quote(word)).collect();
    quoted.join(" ")
}
==== fixed
//! Quoting of words for a command line.

use std::borrow::Cow;

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/')
}

/// A word that needs no quotes comes back as it is, without a copy; any other
/// word is put between single quotes, with every inner quote escaped.
pub fn quote(word: &str) -> Cow<'_, str> {
    if !word.is_empty() && word.chars().all(is_plain) {
        return Cow::Borrowed(word);
    }
    let mut quoted = String::with_capacity(word.len() + 2);
    quoted.push('\'');
    for c in word.chars() {
        match c {
            '\'' => quoted.push_str("'\\''"),
            _ => quoted.push(c),
        }
    }
    quoted.push('\'');
    Cow::Owned(quoted)
}

/// A command line that a shell splits into exactly these words.
pub fn command_line(words: &[&str]) -> String {
    let quoted: Vec<Cow<'_, str>> = words.iter().map(|word| quote(word)).collect();
    quoted.join(" ")
}
==== tests
#[test]
fn plain_words_are_borrowed() {
    assert!(matches!(quote("src/main.rs"), Cow::Borrowed("src/main.rs")));
}

#[test]
fn quotes_what_needs_it() {
    assert_eq!(quote("two words"), "'two words'");
    assert_eq!(quote("it's"), "'it'\\''s'");
    assert_eq!(quote(""), "''");
}

#[test]
fn lines() {
    assert_eq!(command_line(&["cp", "a b", "c"]), "cp 'a b' c");
}
