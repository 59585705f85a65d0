---
code: E0382
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub body: Vec<u8>,
    pub version: u32,
}

/// A cache that also knows how many bytes it holds.
#[derive(Default)]
pub struct SizedCache {
    entries: HashMap<String, Entry>,
    bytes: usize,
}

impl SizedCache {
    /// Puts an entry in place of an older one and returns the number of bytes held afterwards.
    pub fn put(&mut self, key: &str, entry: Entry) -> usize {
        if let Some(old) = self.entries.insert(key.to_string(), entry) {
            self.bytes -= old.body.len();
        }
        self.bytes += entry.body.len();
        self.bytes
    }

    pub fn evict(&mut self, key: &str) -> Option<Entry> {
        let entry = self.entries.remove(key)?;
        self.bytes -= entry.body.len();
        Some(entry)
    }

    pub fn bytes(&self) -> usize {
        self.bytes
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub body: Vec<u8>,
    pub version: u32,
}

/// A cache that also knows how many bytes it holds.
#[derive(Default)]
pub struct SizedCache {
    entries: HashMap<String, Entry>,
    bytes: usize,
}

impl SizedCache {
    /// Puts an entry in place of an older one and returns the number of bytes held afterwards.
    pub fn put(&mut self, key: &str, entry: Entry) -> usize {
        self.bytes += entry.body.len();
        if let Some(old) = self.entries.insert(key.to_string(), entry) {
            self.bytes -= old.body.len();
        }
        self.bytes
    }

    pub fn evict(&mut self, key: &str) -> Option<Entry> {
        let entry = self.entries.remove(key)?;
        self.bytes -= entry.body.len();
        Some(entry)
    }

    pub fn bytes(&self) -> usize {
        self.bytes
    }
}
==== tests
fn entry(len: usize, version: u32) -> Entry {
    Entry { body: vec![1; len], version }
}

#[test]
fn counts_bytes() {
    let mut cache = SizedCache::default();
    assert_eq!(cache.put("a", entry(10, 1)), 10);
    assert_eq!(cache.put("b", entry(5, 1)), 15);
    assert_eq!(cache.put("a", entry(3, 2)), 8);
    assert_eq!(cache.bytes(), 8);
}

#[test]
fn evicts_what_was_put() {
    let mut cache = SizedCache::default();
    cache.put("a", entry(4, 1));
    cache.put("a", entry(6, 2));
    assert_eq!(cache.evict("a"), Some(entry(6, 2)));
    assert_eq!(cache.bytes(), 0);
    assert_eq!(cache.evict("a"), None);
}
