---
code: E0277
---
/// A condition that a document must meet.
pub trait Term {
    fn matches(&self, doc: &str) -> bool;
}

pub struct Word(pub String);

impl Term for Word {
    fn matches(&self, doc: &str) -> bool {
        doc.split_whitespace().any(|w| w.eq_ignore_ascii_case(&self.0))
    }
}

/// Turns a condition round.
pub struct Not {
    inner: dyn Term,
}

impl Not {
    pub fn new(inner: dyn Term) -> Self {
        Not { inner }
    }
}

impl Term for Not {
    fn matches(&self, doc: &str) -> bool {
        !self.inner.matches(doc)
    }
}

/// Reads a query such as `owl -fox`: every word must be there, those behind a dash must not.
pub fn parse(query: &str) -> Vec<Box<dyn Term>> {
    query
        .split_whitespace()
        .map(|part| match part.strip_prefix('-') {
            Some(word) => {
                let unwanted = Box::new(Word(word.to_string()));
                Box::new(Not::new(unwanted)) as Box<dyn Term>
            }
            None => Box::new(Word(part.to_string())),
        })
        .collect()
}

pub fn search<'d>(query: &str, docs: &[&'d str]) -> Vec<&'d str> {
    let terms = parse(query);
    docs.iter().copied().filter(|d| terms.iter().all(|t| t.matches(d))).collect()
}
==== fixed
/// A condition that a document must meet.
pub trait Term {
    fn matches(&self, doc: &str) -> bool;
}

pub struct Word(pub String);

impl Term for Word {
    fn matches(&self, doc: &str) -> bool {
        doc.split_whitespace().any(|w| w.eq_ignore_ascii_case(&self.0))
    }
}

/// Turns a condition round.
pub struct Not {
    inner: Box<dyn Term>,
}

impl Not {
    pub fn new(inner: Box<dyn Term>) -> Self {
        Not { inner }
    }
}

impl Term for Not {
    fn matches(&self, doc: &str) -> bool {
        !self.inner.matches(doc)
    }
}

/// Reads a query such as `owl -fox`: every word must be there, those behind a dash must not.
pub fn parse(query: &str) -> Vec<Box<dyn Term>> {
    query
        .split_whitespace()
        .map(|part| match part.strip_prefix('-') {
            Some(word) => {
                let unwanted = Box::new(Word(word.to_string()));
                Box::new(Not::new(unwanted)) as Box<dyn Term>
            }
            None => Box::new(Word(part.to_string())),
        })
        .collect()
}

pub fn search<'d>(query: &str, docs: &[&'d str]) -> Vec<&'d str> {
    let terms = parse(query);
    docs.iter().copied().filter(|d| terms.iter().all(|t| t.matches(d))).collect()
}
==== tests
#[test]
fn unwanted_words_exclude() {
    let docs = ["the owl", "owl and FOX", "fox"];
    assert_eq!(search("owl -fox", &docs), ["the owl"]);
    assert_eq!(search("-owl", &docs), ["fox"]);
}

#[test]
fn all_words_must_match() {
    let docs = ["the owl", "owl and FOX", "fox"];
    assert_eq!(search("OWL fox", &docs), ["owl and FOX"]);
    assert_eq!(search("", &docs).len(), 3);
}
