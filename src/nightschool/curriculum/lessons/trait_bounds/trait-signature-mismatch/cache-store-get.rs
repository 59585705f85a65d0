---
code: E0053
---
use std::collections::HashMap;

/// A place where values are kept by name.
pub trait Store {
    /// Counts as a use of the entry.
    fn get(&mut self, name: &str) -> Option<&i64>;
    fn put(&mut self, name: &str, value: i64);
}

/// Keeps everything and counts hits and misses.
#[derive(Default)]
pub struct CountingStore {
    values: HashMap<String, i64>,
    pub hits: usize,
    pub misses: usize,
}

impl Store for CountingStore {
    fn get(&self, name: &str) -> Option<&i64> {
        let found = self.values.get(name);
        match found {
            Some(_) => self.hits += 1,
            None => self.misses += 1,
        }
        found
    }

    fn put(&mut self, name: &str, value: i64) {
        self.values.insert(name.to_string(), value);
    }
}

/// The sum of the named values that are stored.
pub fn sum<S: Store>(store: &mut S, names: &[&str]) -> i64 {
    let mut sum = 0;
    for name in names {
        if let Some(value) = store.get(name) {
            sum += *value;
        }
    }
    sum
}
==== fixed
use std::collections::HashMap;

/// A place where values are kept by name.
pub trait Store {
    /// Counts as a use of the entry.
    fn get(&mut self, name: &str) -> Option<&i64>;
    fn put(&mut self, name: &str, value: i64);
}

/// Keeps everything and counts hits and misses.
#[derive(Default)]
pub struct CountingStore {
    values: HashMap<String, i64>,
    pub hits: usize,
    pub misses: usize,
}

impl Store for CountingStore {
    fn get(&mut self, name: &str) -> Option<&i64> {
        let found = self.values.get(name);
        match found {
            Some(_) => self.hits += 1,
            None => self.misses += 1,
        }
        found
    }

    fn put(&mut self, name: &str, value: i64) {
        self.values.insert(name.to_string(), value);
    }
}

/// The sum of the named values that are stored.
pub fn sum<S: Store>(store: &mut S, names: &[&str]) -> i64 {
    let mut sum = 0;
    for name in names {
        if let Some(value) = store.get(name) {
            sum += *value;
        }
    }
    sum
}
==== tests
#[test]
fn counts_uses() {
    let mut store = CountingStore::default();
    store.put("a", 4);
    store.put("b", 5);
    assert_eq!(sum(&mut store, &["a", "x", "b", "a"]), 13);
    assert_eq!((store.hits, store.misses), (3, 1));
}

#[test]
fn overwrites() {
    let mut store = CountingStore::default();
    store.put("a", 4);
    store.put("a", 1);
    assert_eq!(sum(&mut store, &["a"]), 1);
    assert_eq!((store.hits, store.misses), (1, 0));
}
