---
code: E0599
---
use std::collections::HashMap;

/// Remembers the results of a function so that each key is computed once.
pub struct Memo<K, V, F> {
    seen: HashMap<K, V>,
    compute: F,
    misses: usize,
}

impl<K, V, F> Memo<K, V, F> {
    pub fn new(compute: F) -> Self {
        Memo {
            seen: HashMap::new(),
            compute,
            misses: 0,
        }
    }

    pub fn misses(&self) -> usize {
        self.misses
    }
}

impl<K, V, F> Memo<K, V, F>
where
    V: Clone,
    F: Fn(&K) -> V,
{
    /// The value for `key`, computed on the first request only.
    pub fn get(&mut self, key: K) -> V {
        if let Some(value) = self.seen.get(&key) {
            return value.clone();
        }
        self.misses += 1;
        let value = (self.compute)(&key);
        self.seen.insert(key, value.clone());
        value
    }
}
==== fixed
use std::collections::HashMap;

/// Remembers the results of a function so that each key is computed once.
pub struct Memo<K, V, F> {
    seen: HashMap<K, V>,
    compute: F,
    misses: usize,
}

impl<K, V, F> Memo<K, V, F> {
    pub fn new(compute: F) -> Self {
        Memo {
            seen: HashMap::new(),
            compute,
            misses: 0,
        }
    }

    pub fn misses(&self) -> usize {
        self.misses
    }
}

impl<K, V, F> Memo<K, V, F>
where
    K: std::hash::Hash + Eq,
    V: Clone,
    F: Fn(&K) -> V,
{
    /// The value for `key`, computed on the first request only.
    pub fn get(&mut self, key: K) -> V {
        if let Some(value) = self.seen.get(&key) {
            return value.clone();
        }
        self.misses += 1;
        let value = (self.compute)(&key);
        self.seen.insert(key, value.clone());
        value
    }
}
==== tests
#[test]
fn computes_each_key_once() {
    let mut squares = Memo::new(|n: &u32| n * n);
    assert_eq!(squares.get(7), 49);
    assert_eq!(squares.get(7), 49);
    assert_eq!(squares.get(3), 9);
    assert_eq!(squares.misses(), 2);
}

#[test]
fn string_keys_are_looked_up_by_value() {
    let mut upper = Memo::new(|s: &String| s.to_uppercase());
    assert_eq!(upper.get("ab".to_string()), "AB");
    assert_eq!(upper.get("ab".to_string()), "AB");
    assert_eq!(upper.misses(), 1);
}
