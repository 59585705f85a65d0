---
code: E0053
---
//! Sources of translations, asked one after the other.

use std::collections::HashMap;

pub trait Source {
    /// The translation of a word, if the source knows it; it may well be empty.
    fn lookup(&self, word: &str) -> String;
}

pub struct Glossary {
    pub entries: HashMap<String, String>,
}

/// Drops an English plural `s` and asks the glossary.
pub struct Plurals {
    pub singular: Glossary,
    pub ending: String,
}

impl Source for Glossary {
    fn lookup(&self, word: &str) -> Option<String> {
        self.entries.get(word).cloned()
    }
}

impl Source for Plurals {
    fn lookup(&self, word: &str) -> Option<String> {
        let stem = word.strip_suffix('s')?;
        let found = self.singular.entries.get(stem)?;
        Some(format!("{found}{}", self.ending))
    }
}

/// The first answer, or the word in angle brackets.
pub fn translate(sources: &[Box<dyn Source>], word: &str) -> String {
    for source in sources {
        if let Some(found) = source.lookup(word) {
            return found;
        }
    }
    format!("<{word}>")
}
==== fixed
//! Sources of translations, asked one after the other.

use std::collections::HashMap;

pub trait Source {
    /// The translation of a word, if the source knows it; it may well be empty.
    fn lookup(&self, word: &str) -> Option<String>;
}

pub struct Glossary {
    pub entries: HashMap<String, String>,
}

/// Drops an English plural `s` and asks the glossary.
pub struct Plurals {
    pub singular: Glossary,
    pub ending: String,
}

impl Source for Glossary {
    fn lookup(&self, word: &str) -> Option<String> {
        self.entries.get(word).cloned()
    }
}

impl Source for Plurals {
    fn lookup(&self, word: &str) -> Option<String> {
        let stem = word.strip_suffix('s')?;
        let found = self.singular.entries.get(stem)?;
        Some(format!("{found}{}", self.ending))
    }
}

/// The first answer, or the word in angle brackets.
pub fn translate(sources: &[Box<dyn Source>], word: &str) -> String {
    for source in sources {
        if let Some(found) = source.lookup(word) {
            return found;
        }
    }
    format!("<{word}>")
}
==== tests
fn glossary(pairs: &[(&str, &str)]) -> Glossary {
    let entries = pairs.iter().map(|(word, found)| (word.to_string(), found.to_string())).collect();
    Glossary { entries }
}

fn sources() -> Vec<Box<dyn Source>> {
    let pairs = [("cat", "Katze"), ("bus", "Bus"), ("the", "")];
    vec![
        Box::new(glossary(&pairs)),
        Box::new(Plurals { singular: glossary(&pairs), ending: "n".to_string() }),
    ]
}

#[test]
fn asks_in_order() {
    assert_eq!(translate(&sources(), "cat"), "Katze");
    assert_eq!(translate(&sources(), "cats"), "Katzen");
    assert_eq!(translate(&sources(), "bus"), "Bus");
}

#[test]
fn unknown_words_and_empty_answers() {
    assert_eq!(translate(&sources(), "dogs"), "<dogs>");
    assert_eq!(translate(&sources(), "the"), "");
}
