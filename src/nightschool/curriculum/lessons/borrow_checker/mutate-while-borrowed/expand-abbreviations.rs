---
code: E0502
---
use std::collections::HashMap;

/// A buffer that replaces an abbreviation by its long form as soon as a blank is typed behind it.
#[derive(Debug, Default)]
pub struct Buffer {
    text: String,
    abbreviations: HashMap<String, String>,
    expanded: Vec<String>,
}

impl Buffer {
    pub fn abbreviate(&mut self, short: &str, long: &str) {
        self.abbreviations.insert(short.to_string(), long.to_string());
    }

    fn last_word(&self) -> &str {
        self.text.rsplit(char::is_whitespace).next().unwrap_or("")
    }

    /// Types one character.
    pub fn type_char(&mut self, ch: char) {
        if ch.is_whitespace() {
            let word = self.last_word();
            if let Some(long) = self.abbreviations.get(word) {
                self.text.truncate(self.text.len() - word.len());
                self.text.push_str(long);
                self.expanded.push(word.to_string());
            }
        }
        self.text.push(ch);
    }

    pub fn type_all(&mut self, text: &str) {
        text.chars().for_each(|ch| self.type_char(ch));
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The abbreviations that were replaced, in the order typed.
    pub fn expanded(&self) -> &[String] {
        &self.expanded
    }
}
==== fixed
use std::collections::HashMap;

/// A buffer that replaces an abbreviation by its long form as soon as a blank is typed behind it.
#[derive(Debug, Default)]
pub struct Buffer {
    text: String,
    abbreviations: HashMap<String, String>,
    expanded: Vec<String>,
}

impl Buffer {
    pub fn abbreviate(&mut self, short: &str, long: &str) {
        self.abbreviations.insert(short.to_string(), long.to_string());
    }

    fn last_word(&self) -> &str {
        self.text.rsplit(char::is_whitespace).next().unwrap_or("")
    }

    /// Types one character.
    pub fn type_char(&mut self, ch: char) {
        if ch.is_whitespace() {
            let word = self.last_word().to_string();
            if let Some(long) = self.abbreviations.get(&word) {
                self.text.truncate(self.text.len() - word.len());
                self.text.push_str(long);
                self.expanded.push(word);
            }
        }
        self.text.push(ch);
    }

    pub fn type_all(&mut self, text: &str) {
        text.chars().for_each(|ch| self.type_char(ch));
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The abbreviations that were replaced, in the order typed.
    pub fn expanded(&self) -> &[String] {
        &self.expanded
    }
}
==== tests
fn buffer() -> Buffer {
    let mut b = Buffer::default();
    b.abbreviate("btw", "by the way");
    b.abbreviate("é", "accent");
    b
}

#[test]
fn blanks_expand() {
    let mut b = buffer();
    b.type_all("so btw é\nbtw");
    assert_eq!(b.text(), "so by the way accent\nbtw");
    assert_eq!(b.expanded(), ["btw", "é"]);
}

#[test]
fn other_words_stay() {
    let mut b = buffer();
    b.type_all("xbtw  a ");
    assert_eq!(b.text(), "xbtw  a ");
    assert!(b.expanded().is_empty());
}
