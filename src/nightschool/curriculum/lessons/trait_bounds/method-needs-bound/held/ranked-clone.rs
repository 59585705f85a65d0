---
code: E0599
---
use std::collections::BTreeMap;

/// Ranked entries under a name; the best of each name can be put in a frozen copy.
#[derive(Debug, Default)]
pub struct Rankings<T> {
    lists: BTreeMap<String, Vec<(u32, T)>>,
}

impl<T> Rankings<T> {
    pub fn new() -> Self {
        Rankings { lists: BTreeMap::new() }
    }

    pub fn put(&mut self, list: &str, score: u32, item: T) {
        let entries = self.lists.entry(list.to_string()).or_default();
        let at = entries.partition_point(|(s, _)| *s >= score);
        entries.insert(at, (score, item));
    }

    pub fn len(&self, list: &str) -> usize {
        self.lists.get(list).map_or(0, Vec::len)
    }
}

impl<T> Rankings<T> {
    /// "list: first, second" for every list that has entries.
    pub fn lines(&self, limit: usize) -> Vec<String> {
        self.lists
            .iter()
            .map(|(name, entries)| {
                let items: Vec<String> = entries.iter().take(limit).map(|(_, item)| item.to_string()).collect();
                format!("{name}: {}", items.join(", "))
            })
            .collect()
    }
}

pub struct Opaque(pub u8);
==== fixed
use std::collections::BTreeMap;

/// Ranked entries under a name; the best of each name can be put in a frozen copy.
#[derive(Debug, Default)]
pub struct Rankings<T> {
    lists: BTreeMap<String, Vec<(u32, T)>>,
}

impl<T> Rankings<T> {
    pub fn new() -> Self {
        Rankings { lists: BTreeMap::new() }
    }

    pub fn put(&mut self, list: &str, score: u32, item: T) {
        let entries = self.lists.entry(list.to_string()).or_default();
        let at = entries.partition_point(|(s, _)| *s >= score);
        entries.insert(at, (score, item));
    }

    pub fn len(&self, list: &str) -> usize {
        self.lists.get(list).map_or(0, Vec::len)
    }
}

impl<T: ToString> Rankings<T> {
    /// "list: first, second" for every list that has entries.
    pub fn lines(&self, limit: usize) -> Vec<String> {
        self.lists
            .iter()
            .map(|(name, entries)| {
                let items: Vec<String> = entries.iter().take(limit).map(|(_, item)| item.to_string()).collect();
                format!("{name}: {}", items.join(", "))
            })
            .collect()
    }
}

pub struct Opaque(pub u8);
==== tests
#[test]
fn best_first() {
    let mut r = Rankings::new();
    r.put("films", 3, "Heat");
    r.put("films", 9, "Ran");
    r.put("films", 5, "Alien");
    r.put("books", 1, "Emma");
    assert_eq!(r.lines(2), ["books: Emma", "films: Ran, Alien"]);
}

#[test]
fn numbers_and_ties() {
    let mut r = Rankings::new();
    r.put("n", 1, 10);
    r.put("n", 1, 20);
    assert_eq!(r.lines(5), ["n: 10, 20"]);
}

#[test]
fn items_need_not_be_text() {
    let mut r = Rankings::new();
    r.put("x", 1, Opaque(4));
    assert_eq!((r.len("x"), r.len("y")), (1, 0));
}
