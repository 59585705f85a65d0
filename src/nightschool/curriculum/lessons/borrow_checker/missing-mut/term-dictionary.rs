---
code: E0596
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    pub meaning: String,
    pub synonyms: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Glossary {
    entries: BTreeMap<String, Entry>,
}

impl Glossary {
    pub fn define(&mut self, term: &str, meaning: &str) {
        self.entries.entry(term.to_lowercase()).or_default().meaning = meaning.to_string();
    }

    /// Notes a synonym under a known term; says whether the term was there.
    pub fn add_synonym(&mut self, term: &str, synonym: &str) -> bool {
        match self.entries.get(&term.to_lowercase()) {
            Some(entry) => {
                entry.synonyms.push(synonym.to_string());
                entry.synonyms.sort();
                true
            }
            None => false,
        }
    }

    pub fn entry(&self, term: &str) -> Option<&Entry> {
        self.entries.get(&term.to_lowercase())
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    pub meaning: String,
    pub synonyms: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Glossary {
    entries: BTreeMap<String, Entry>,
}

impl Glossary {
    pub fn define(&mut self, term: &str, meaning: &str) {
        self.entries.entry(term.to_lowercase()).or_default().meaning = meaning.to_string();
    }

    /// Notes a synonym under a known term; says whether the term was there.
    pub fn add_synonym(&mut self, term: &str, synonym: &str) -> bool {
        match self.entries.get_mut(&term.to_lowercase()) {
            Some(entry) => {
                entry.synonyms.push(synonym.to_string());
                entry.synonyms.sort();
                true
            }
            None => false,
        }
    }

    pub fn entry(&self, term: &str) -> Option<&Entry> {
        self.entries.get(&term.to_lowercase())
    }
}
==== tests
#[test]
fn synonyms_are_kept_in_the_glossary() {
    let mut g = Glossary::default();
    g.define("Buffer", "text in memory");
    assert!(g.add_synonym("BUFFER", "scratch"));
    assert!(g.add_synonym("buffer", "pad"));
    let entry = g.entry("buffer").unwrap();
    assert_eq!(entry.synonyms, ["pad", "scratch"]);
    assert_eq!(entry.meaning, "text in memory");
}

#[test]
fn unknown_terms_stay_unknown() {
    let mut g = Glossary::default();
    assert!(!g.add_synonym("window", "pane"));
    assert!(g.entry("window").is_none());
}
