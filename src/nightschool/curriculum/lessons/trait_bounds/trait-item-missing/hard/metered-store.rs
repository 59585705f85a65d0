---
code: E0046
edition: "2024"
---
//! A key-value store and a wrapper that counts what is asked of it.

use std::collections::BTreeMap;

pub trait Store {
    fn put(&mut self, key: &str, value: i64);
    fn get(&self, key: &str) -> Option<i64>;
    /// Takes the entry out and hands its value back.
    fn remove(&mut self, key: &str) -> Option<i64>;
}

#[derive(Default)]
pub struct Memory {
    entries: BTreeMap<String, i64>,
}

impl Store for Memory {
    fn put(&mut self, key: &str, value: i64) {
        self.entries.insert(key.to_string(), value);
    }

    fn get(&self, key: &str) -> Option<i64> {
        self.entries.get(key).copied()
    }

    fn remove(&mut self, key: &str) -> Option<i64> {
        self.entries.remove(key)
    }
}

/// Passes everything on to the inner store and counts the changes, removals too.
pub struct Metered<S> {
    pub inner: S,
    pub changes: u32,
}

impl<S: Store> Store for Metered<S> {
    fn put(&mut self, key: &str, value: i64) {
        self.changes += 1;
        self.inner.put(key, value);
    }

    fn get(&self, key: &str) -> Option<i64> {
        self.inner.get(key)
    }
}
==== fixed
//! A key-value store and a wrapper that counts what is asked of it.

use std::collections::BTreeMap;

pub trait Store {
    fn put(&mut self, key: &str, value: i64);
    fn get(&self, key: &str) -> Option<i64>;
    /// Takes the entry out and hands its value back.
    fn remove(&mut self, key: &str) -> Option<i64>;
}

#[derive(Default)]
pub struct Memory {
    entries: BTreeMap<String, i64>,
}

impl Store for Memory {
    fn put(&mut self, key: &str, value: i64) {
        self.entries.insert(key.to_string(), value);
    }

    fn get(&self, key: &str) -> Option<i64> {
        self.entries.get(key).copied()
    }

    fn remove(&mut self, key: &str) -> Option<i64> {
        self.entries.remove(key)
    }
}

/// Passes everything on to the inner store and counts the changes, removals too.
pub struct Metered<S> {
    pub inner: S,
    pub changes: u32,
}

impl<S: Store> Store for Metered<S> {
    fn put(&mut self, key: &str, value: i64) {
        self.changes += 1;
        self.inner.put(key, value);
    }

    fn get(&self, key: &str) -> Option<i64> {
        self.inner.get(key)
    }

    fn remove(&mut self, key: &str) -> Option<i64> {
        self.changes += 1;
        self.inner.remove(key)
    }
}
==== tests
#[test]
fn removal_is_passed_on_and_counted() {
    let mut store = Metered { inner: Memory::default(), changes: 0 };
    store.put("tea", 4);
    assert_eq!(store.get("tea"), Some(4));
    assert_eq!(store.remove("tea"), Some(4));
    assert_eq!(store.get("tea"), None);
    assert_eq!(store.inner.get("tea"), None);
    assert_eq!(store.changes, 2);
}

#[test]
fn others_stay() {
    let mut store = Metered { inner: Memory::default(), changes: 0 };
    store.put("tea", 4);
    store.put("jam", 2);
    assert_eq!(store.remove("jam"), Some(2));
    assert_eq!(store.get("tea"), Some(4));
}
