---
code: E0308
---
use std::collections::HashMap;

/// A cache that drops the key that was unused for the longest time.
pub struct LruCache {
    capacity: usize,
    clock: u64,
    entries: HashMap<String, (u64, i64)>,
}

impl LruCache {
    pub fn new(capacity: usize) -> Self {
        LruCache {
            capacity,
            clock: 0,
            entries: HashMap::new(),
        }
    }

    fn oldest(&self) -> Option<String> {
        self.entries
            .iter()
            .min_by_key(|(_, (used, _))| *used)
            .map(|(key, _)| key.clone())
    }

    pub fn get(&mut self, key: &str) -> Option<i64> {
        self.clock += 1;
        let entry = self.entries.get_mut(key)?;
        entry.0 = self.clock;
        Some(entry.1)
    }

    /// Stores the value; when the cache is full, the oldest entry makes room.
    pub fn put(&mut self, key: &str, value: i64) {
        self.clock += 1;
        if self.entries.len() >= self.capacity && !self.entries.contains_key(key) {
            let victim: String = self.oldest();
            self.entries.remove(&victim);
        }
        self.entries.insert(key.to_string(), (self.clock, value));
    }
}
==== fixed
use std::collections::HashMap;

/// A cache that drops the key that was unused for the longest time.
pub struct LruCache {
    capacity: usize,
    clock: u64,
    entries: HashMap<String, (u64, i64)>,
}

impl LruCache {
    pub fn new(capacity: usize) -> Self {
        LruCache {
            capacity,
            clock: 0,
            entries: HashMap::new(),
        }
    }

    fn oldest(&self) -> Option<String> {
        self.entries
            .iter()
            .min_by_key(|(_, (used, _))| *used)
            .map(|(key, _)| key.clone())
    }

    pub fn get(&mut self, key: &str) -> Option<i64> {
        self.clock += 1;
        let entry = self.entries.get_mut(key)?;
        entry.0 = self.clock;
        Some(entry.1)
    }

    /// Stores the value; when the cache is full, the oldest entry makes room.
    pub fn put(&mut self, key: &str, value: i64) {
        self.clock += 1;
        if self.entries.len() >= self.capacity && !self.entries.contains_key(key) {
            if let Some(victim) = self.oldest() {
                self.entries.remove(&victim);
            }
        }
        self.entries.insert(key.to_string(), (self.clock, value));
    }
}
==== tests
#[test]
fn evicts_the_least_recent() {
    let mut cache = LruCache::new(2);
    cache.put("a", 1);
    cache.put("b", 2);
    assert_eq!(cache.get("a"), Some(1));
    cache.put("c", 3);
    assert_eq!(cache.get("b"), None);
    assert_eq!(cache.get("a"), Some(1));
    assert_eq!(cache.get("c"), Some(3));
}

#[test]
fn overwriting_evicts_nothing() {
    let mut cache = LruCache::new(2);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.put("b", 5);
    assert_eq!(cache.get("a"), Some(1));
    assert_eq!(cache.get("b"), Some(5));
}
