---
code: E0004
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum LookupError {
    Unknown,
    /// The term only points to another term.
    See(String),
    /// Several meanings, in the order of the book.
    Ambiguous(Vec<String>),
}

#[derive(Default)]
pub struct Lexicon {
    meanings: BTreeMap<String, Vec<String>>,
    links: BTreeMap<String, String>,
}

impl Lexicon {
    pub fn add(&mut self, term: &str, meaning: &str) {
        self.meanings.entry(term.into()).or_default().push(meaning.into());
    }

    pub fn link(&mut self, term: &str, target: &str) {
        self.links.insert(term.into(), target.into());
    }

    pub fn lookup(&self, term: &str) -> Result<&str, LookupError> {
        if let Some(target) = self.links.get(term) {
            return Err(LookupError::See(target.clone()));
        }
        match self.meanings.get(term).map(Vec::as_slice) {
            Some([one]) => Ok(one),
            Some(many) => Err(LookupError::Ambiguous(many.to_vec())),
            None => Err(LookupError::Unknown),
        }
    }

    /// A line for the reader. Links are followed; several meanings are joined by `; `; unknown terms show a dash.
    pub fn explain(&self, term: &str) -> String {
        match self.lookup(term) {
            Ok(meaning) => meaning.to_string(),
            Err(LookupError::See(target)) => self.explain(&target),
            Err(LookupError::Unknown) => "-".to_string(),
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum LookupError {
    Unknown,
    /// The term only points to another term.
    See(String),
    /// Several meanings, in the order of the book.
    Ambiguous(Vec<String>),
}

#[derive(Default)]
pub struct Lexicon {
    meanings: BTreeMap<String, Vec<String>>,
    links: BTreeMap<String, String>,
}

impl Lexicon {
    pub fn add(&mut self, term: &str, meaning: &str) {
        self.meanings.entry(term.into()).or_default().push(meaning.into());
    }

    pub fn link(&mut self, term: &str, target: &str) {
        self.links.insert(term.into(), target.into());
    }

    pub fn lookup(&self, term: &str) -> Result<&str, LookupError> {
        if let Some(target) = self.links.get(term) {
            return Err(LookupError::See(target.clone()));
        }
        match self.meanings.get(term).map(Vec::as_slice) {
            Some([one]) => Ok(one),
            Some(many) => Err(LookupError::Ambiguous(many.to_vec())),
            None => Err(LookupError::Unknown),
        }
    }

    /// A line for the reader. Links are followed; several meanings are joined by `; `; unknown terms show a dash.
    pub fn explain(&self, term: &str) -> String {
        match self.lookup(term) {
            Ok(meaning) => meaning.to_string(),
            Err(LookupError::See(target)) => self.explain(&target),
            Err(LookupError::Ambiguous(meanings)) => meanings.join("; "),
            Err(LookupError::Unknown) => "-".to_string(),
        }
    }
}
==== tests
fn book() -> Lexicon {
    let mut l = Lexicon::default();
    l.add("pane", "part of a window");
    l.add("mark", "a saved place");
    l.add("mark", "a grade");
    l.link("bookmark", "mark");
    l
}

#[test]
fn all_meanings_are_shown() {
    assert_eq!(book().explain("mark"), "a saved place; a grade");
    assert_eq!(book().explain("bookmark"), "a saved place; a grade");
}

#[test]
fn single_and_unknown() {
    assert_eq!(book().explain("pane"), "part of a window");
    assert_eq!(book().explain("tab"), "-");
}
