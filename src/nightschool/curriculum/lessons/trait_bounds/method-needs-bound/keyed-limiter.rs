---
code: E0599
---
use std::collections::HashMap;
use std::hash::Hash;

/// Counts requests per key and refuses those beyond the quota.
pub struct KeyedLimiter<K> {
    quota: u32,
    used: HashMap<K, u32>,
    refused: Vec<K>,
}

impl<K> KeyedLimiter<K> {
    pub fn new(quota: u32) -> Self {
        KeyedLimiter { quota, used: HashMap::new(), refused: Vec::new() }
    }

    /// Whether one more request of this key is allowed. Each refusal is noted.
    pub fn allow(&mut self, key: &K) -> bool {
        let used = self.used.entry(key.clone()).or_insert(0);
        if *used >= self.quota {
            self.refused.push(key.clone());
            return false;
        }
        *used += 1;
        true
    }

    pub fn remaining(&self, key: &K) -> u32 {
        self.quota - self.used.get(key).copied().unwrap_or(0)
    }

    pub fn refused(&self) -> &[K] {
        &self.refused
    }

    /// Starts a new window. Noted refusals stay.
    pub fn reset(&mut self) {
        self.used.clear();
    }
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// Counts requests per key and refuses those beyond the quota.
pub struct KeyedLimiter<K> {
    quota: u32,
    used: HashMap<K, u32>,
    refused: Vec<K>,
}

impl<K: Eq + Hash + Clone> KeyedLimiter<K> {
    pub fn new(quota: u32) -> Self {
        KeyedLimiter { quota, used: HashMap::new(), refused: Vec::new() }
    }

    /// Whether one more request of this key is allowed. Each refusal is noted.
    pub fn allow(&mut self, key: &K) -> bool {
        let used = self.used.entry(key.clone()).or_insert(0);
        if *used >= self.quota {
            self.refused.push(key.clone());
            return false;
        }
        *used += 1;
        true
    }

    pub fn remaining(&self, key: &K) -> u32 {
        self.quota - self.used.get(key).copied().unwrap_or(0)
    }

    pub fn refused(&self) -> &[K] {
        &self.refused
    }

    /// Starts a new window. Noted refusals stay.
    pub fn reset(&mut self) {
        self.used.clear();
    }
}
==== tests
#[test]
fn refuses_beyond_quota() {
    let mut limiter = KeyedLimiter::new(2);
    let ann = "ann".to_string();
    assert!(limiter.allow(&ann));
    assert_eq!(limiter.remaining(&ann), 1);
    assert!(limiter.allow(&ann));
    assert!(!limiter.allow(&ann));
    assert_eq!(limiter.refused(), ["ann"]);
}

#[test]
fn reset_opens_again() {
    let mut limiter = KeyedLimiter::new(1);
    assert!(limiter.allow(&(10u8, 1u8)));
    assert!(!limiter.allow(&(10, 1)));
    limiter.reset();
    assert!(limiter.allow(&(10, 1)));
    assert_eq!(limiter.refused(), [(10, 1)]);
    assert_eq!(limiter.remaining(&(9, 9)), 1);
}
