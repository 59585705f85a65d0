---
code: E0599
---
use std::collections::BTreeMap;

pub trait Searchable {
    fn keywords(&self) -> Vec<String>;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    pub first: String,
    pub last: String,
}

impl Searchable for Contact {
    fn keywords(&self) -> Vec<String> {
        vec![self.first.to_lowercase(), self.last.to_lowercase()]
    }
}

impl Searchable for String {
    fn keywords(&self) -> Vec<String> {
        self.split_whitespace().map(str::to_lowercase).collect()
    }
}

/// Finds stored entries by the beginning of any of their keywords.
pub struct Directory<T> {
    entries: Vec<T>,
    index: BTreeMap<String, Vec<usize>>,
}

impl<T> Default for Directory<T> {
    fn default() -> Self {
        Directory { entries: Vec::new(), index: BTreeMap::new() }
    }
}

impl<T> Directory<T> {
    pub fn add(&mut self, entry: T) {
        let id = self.entries.len();
        for word in entry.keywords() {
            self.index.entry(word).or_default().push(id);
        }
        self.entries.push(entry);
    }

    pub fn find(&self, start: &str) -> Vec<&T> {
        let start = start.to_lowercase();
        let mut ids: Vec<usize> = self
            .index
            .range(start.clone()..)
            .take_while(|(word, _)| word.starts_with(&start))
            .flat_map(|(_, ids)| ids.iter().copied())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().map(|id| &self.entries[id]).collect()
    }
}
==== fixed
use std::collections::BTreeMap;

pub trait Searchable {
    fn keywords(&self) -> Vec<String>;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    pub first: String,
    pub last: String,
}

impl Searchable for Contact {
    fn keywords(&self) -> Vec<String> {
        vec![self.first.to_lowercase(), self.last.to_lowercase()]
    }
}

impl Searchable for String {
    fn keywords(&self) -> Vec<String> {
        self.split_whitespace().map(str::to_lowercase).collect()
    }
}

/// Finds stored entries by the beginning of any of their keywords.
pub struct Directory<T> {
    entries: Vec<T>,
    index: BTreeMap<String, Vec<usize>>,
}

impl<T> Default for Directory<T> {
    fn default() -> Self {
        Directory { entries: Vec::new(), index: BTreeMap::new() }
    }
}

impl<T: Searchable> Directory<T> {
    pub fn add(&mut self, entry: T) {
        let id = self.entries.len();
        for word in entry.keywords() {
            self.index.entry(word).or_default().push(id);
        }
        self.entries.push(entry);
    }

    pub fn find(&self, start: &str) -> Vec<&T> {
        let start = start.to_lowercase();
        let mut ids: Vec<usize> = self
            .index
            .range(start.clone()..)
            .take_while(|(word, _)| word.starts_with(&start))
            .flat_map(|(_, ids)| ids.iter().copied())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().map(|id| &self.entries[id]).collect()
    }
}
==== tests
#[test]
fn contacts() {
    let mut d = Directory::default();
    d.add(Contact { first: "Ann".into(), last: "Lee".into() });
    d.add(Contact { first: "Leo".into(), last: "Ash".into() });
    let names: Vec<&str> = d.find("LE").into_iter().map(|c| c.first.as_str()).collect();
    assert_eq!(names, ["Ann", "Leo"]);
    assert!(d.find("zed").is_empty());
}

#[test]
fn plain_text() {
    let mut d = Directory::default();
    d.add("Town Hall".to_string());
    d.add("Post office".to_string());
    assert_eq!(d.find("ha"), [&"Town Hall".to_string()]);
}
