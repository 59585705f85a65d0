---
code: E0599
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum QueryError {
    Empty,
    TooShort(String),
}

#[derive(Debug, Default)]
pub struct Catalog {
    titles: BTreeMap<String, Vec<String>>,
}

impl Catalog {
    pub fn add(&mut self, title: &str) {
        for word in title.to_lowercase().split_whitespace() {
            self.titles.entry(word.to_string()).or_default().push(title.to_string());
        }
    }

    fn keyword(&self, query: &str) -> Result<String, QueryError> {
        let word = query.split_whitespace().next().ok_or(QueryError::Empty)?;
        if word.chars().count() < 2 {
            return Err(QueryError::TooShort(word.to_string()));
        }
        Ok(word.to_lowercase())
    }

    /// Titles that hold the first word of the query, shortest first.
    /// A query that cannot be used is an error; a word that no title has gives an empty list.
    pub fn search(&self, query: &str) -> Result<Vec<&str>, QueryError> {
        let word = self.keyword(query);
        let found = self.titles.get(word.as_str());
        let mut list: Vec<&str> = found.iter().map(|t| t.as_str()).collect();
        list.sort_by_key(|t| t.len());
        Ok(list)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum QueryError {
    Empty,
    TooShort(String),
}

#[derive(Debug, Default)]
pub struct Catalog {
    titles: BTreeMap<String, Vec<String>>,
}

impl Catalog {
    pub fn add(&mut self, title: &str) {
        for word in title.to_lowercase().split_whitespace() {
            self.titles.entry(word.to_string()).or_default().push(title.to_string());
        }
    }

    fn keyword(&self, query: &str) -> Result<String, QueryError> {
        let word = query.split_whitespace().next().ok_or(QueryError::Empty)?;
        if word.chars().count() < 2 {
            return Err(QueryError::TooShort(word.to_string()));
        }
        Ok(word.to_lowercase())
    }

    /// Titles that hold the first word of the query, shortest first.
    /// A query that cannot be used is an error; a word that no title has gives an empty list.
    pub fn search(&self, query: &str) -> Result<Vec<&str>, QueryError> {
        let word = self.keyword(query)?;
        let found = self.titles.get(word.as_str());
        let mut list: Vec<&str> = found.into_iter().flatten().map(|t| t.as_str()).collect();
        list.sort_by_key(|t| t.len());
        Ok(list)
    }
}
==== tests
fn catalog() -> Catalog {
    let mut c = Catalog::default();
    c.add("The owl at night");
    c.add("Owl");
    c.add("Fox and owl");
    c
}

#[test]
fn shortest_first() {
    assert_eq!(catalog().search("OWL x").unwrap(), ["Owl", "Fox and owl", "The owl at night"]);
    assert!(catalog().search("hen").unwrap().is_empty());
}

#[test]
fn bad_queries_are_errors() {
    assert_eq!(catalog().search("  "), Err(QueryError::Empty));
    assert_eq!(catalog().search("x owl"), Err(QueryError::TooShort("x".into())));
}
