---
code: E0621
---
//! A glossary that points into the text of a handbook.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Glossary<'text> {
    meanings: BTreeMap<&'text str, &'text str>,
    twice: Vec<&'text str>,
}

impl<'text> Glossary<'text> {
    /// Reads lines such as `leaven: sour dough that is kept alive`.
    pub fn read(text: &'text str) -> Self {
        let mut glossary = Glossary::default();
        for line in text.lines() {
            if let Some((term, meaning)) = line.split_once(':') {
                glossary.define(term.trim(), meaning.trim());
            }
        }
        glossary
    }

    /// The first meaning stays; a term defined again is remembered.
    fn define(&mut self, term: &str, meaning: &'text str) {
        if self.meanings.contains_key(term) {
            self.twice.push(term);
        } else {
            self.meanings.insert(term, meaning);
        }
    }

    pub fn meaning(&self, term: &str) -> Option<&'text str> {
        self.meanings.get(term).copied()
    }

    pub fn defined_twice(&self) -> &[&'text str] {
        &self.twice
    }
}
==== fixed
//! A glossary that points into the text of a handbook.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Glossary<'text> {
    meanings: BTreeMap<&'text str, &'text str>,
    twice: Vec<&'text str>,
}

impl<'text> Glossary<'text> {
    /// Reads lines such as `leaven: sour dough that is kept alive`.
    pub fn read(text: &'text str) -> Self {
        let mut glossary = Glossary::default();
        for line in text.lines() {
            if let Some((term, meaning)) = line.split_once(':') {
                glossary.define(term.trim(), meaning.trim());
            }
        }
        glossary
    }

    /// The first meaning stays; a term defined again is remembered.
    fn define(&mut self, term: &'text str, meaning: &'text str) {
        if self.meanings.contains_key(term) {
            self.twice.push(term);
        } else {
            self.meanings.insert(term, meaning);
        }
    }

    pub fn meaning(&self, term: &str) -> Option<&'text str> {
        self.meanings.get(term).copied()
    }

    pub fn defined_twice(&self) -> &[&'text str] {
        &self.twice
    }
}
==== tests
#[test]
fn the_first_meaning_stays() {
    let text = String::from("leaven: sour dough\n\nproof : last rise\nleaven: yeast\n");
    let glossary = Glossary::read(&text);
    assert_eq!(glossary.meaning("leaven"), Some("sour dough"));
    assert_eq!(glossary.meaning("proof"), Some("last rise"));
    assert_eq!(glossary.defined_twice(), ["leaven"]);
}

#[test]
fn meanings_outlive_the_glossary_and_the_question() {
    let text = String::from("rise: growth");
    let meaning = {
        let question = String::from("rise");
        Glossary::read(&text).meaning(&question)
    };
    assert_eq!(meaning, Some("growth"));
    assert_eq!(Glossary::read(&text).meaning("fall"), None);
}
