---
code: E0502
---
use std::collections::HashMap;

#[derive(Debug)]
struct Entry {
    value: String,
    used_at: u64,
}

pub struct LruCache {
    entries: HashMap<String, Entry>,
    capacity: usize,
    clock: u64,
    pub evicted: Vec<String>,
}

impl LruCache {
    pub fn new(capacity: usize) -> Self {
        LruCache { entries: HashMap::new(), capacity, clock: 0, evicted: Vec::new() }
    }

    pub fn get(&mut self, key: &str) -> Option<&str> {
        self.clock += 1;
        let entry = self.entries.get_mut(key)?;
        entry.used_at = self.clock;
        Some(&entry.value)
    }

    pub fn put(&mut self, key: &str, value: &str) {
        self.clock += 1;
        if self.entries.len() >= self.capacity && !self.entries.contains_key(key) {
            self.evict_oldest();
        }
        let entry = Entry { value: value.to_string(), used_at: self.clock };
        self.entries.insert(key.to_string(), entry);
    }

    /// Drops the entry that was not used for the longest time and notes its key.
    fn evict_oldest(&mut self) {
        let oldest = self
            .entries
            .iter()
            .min_by_key(|(_, entry)| entry.used_at)
            .map(|(key, _)| key);
        if let Some(key) = oldest {
            self.entries.remove(key);
            self.evicted.push(key.clone());
        }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug)]
struct Entry {
    value: String,
    used_at: u64,
}

pub struct LruCache {
    entries: HashMap<String, Entry>,
    capacity: usize,
    clock: u64,
    pub evicted: Vec<String>,
}

impl LruCache {
    pub fn new(capacity: usize) -> Self {
        LruCache { entries: HashMap::new(), capacity, clock: 0, evicted: Vec::new() }
    }

    pub fn get(&mut self, key: &str) -> Option<&str> {
        self.clock += 1;
        let entry = self.entries.get_mut(key)?;
        entry.used_at = self.clock;
        Some(&entry.value)
    }

    pub fn put(&mut self, key: &str, value: &str) {
        self.clock += 1;
        if self.entries.len() >= self.capacity && !self.entries.contains_key(key) {
            self.evict_oldest();
        }
        let entry = Entry { value: value.to_string(), used_at: self.clock };
        self.entries.insert(key.to_string(), entry);
    }

    /// Drops the entry that was not used for the longest time and notes its key.
    fn evict_oldest(&mut self) {
        let oldest = self
            .entries
            .iter()
            .min_by_key(|(_, entry)| entry.used_at)
            .map(|(key, _)| key.clone());
        if let Some(key) = oldest {
            self.entries.remove(&key);
            self.evicted.push(key);
        }
    }
}
==== tests
#[test]
fn evicts_least_recently_used() {
    let mut cache = LruCache::new(2);
    cache.put("a", "1");
    cache.put("b", "2");
    assert_eq!(cache.get("a"), Some("1"));
    cache.put("c", "3");
    assert_eq!(cache.evicted, ["b"]);
    assert_eq!(cache.get("b"), None);
    assert_eq!(cache.get("a"), Some("1"));
    assert_eq!(cache.get("c"), Some("3"));
}

#[test]
fn overwriting_evicts_nothing() {
    let mut cache = LruCache::new(1);
    cache.put("a", "1");
    cache.put("a", "2");
    assert!(cache.evicted.is_empty());
    assert_eq!(cache.get("a"), Some("2"));
}
