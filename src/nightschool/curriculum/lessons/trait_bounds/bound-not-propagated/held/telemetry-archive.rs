---
code: E0277
---
use std::collections::BTreeMap;

/// Keeps telemetry by its key, in the order of the keys.
#[derive(Debug)]
pub struct Archive<K, V> {
    frames: BTreeMap<K, Vec<V>>,
}

impl<K: Ord, V: Copy> Archive<K, V> {
    pub fn new() -> Self {
        Archive { frames: BTreeMap::new() }
    }

    pub fn store(&mut self, key: K, value: V) {
        self.frames.entry(key).or_default().push(value);
    }

    pub fn latest(&self, key: &K) -> Option<V> {
        self.frames.get(key)?.last().copied()
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.frames.keys()
    }
}

/// Files one downlink pass, given as pairs, into a new archive.
pub fn file_pass<K, V: Copy>(pass: Vec<(K, V)>) -> Archive<K, V> {
    let mut archive = Archive::new();
    for (key, value) in pass {
        archive.store(key, value);
    }
    archive
}

pub fn battery_history(pass: Vec<(String, u16)>) -> Option<u16> {
    file_pass(pass).latest(&"battery".to_string())
}
==== fixed
use std::collections::BTreeMap;

/// Keeps telemetry by its key, in the order of the keys.
#[derive(Debug)]
pub struct Archive<K, V> {
    frames: BTreeMap<K, Vec<V>>,
}

impl<K: Ord, V: Copy> Archive<K, V> {
    pub fn new() -> Self {
        Archive { frames: BTreeMap::new() }
    }

    pub fn store(&mut self, key: K, value: V) {
        self.frames.entry(key).or_default().push(value);
    }

    pub fn latest(&self, key: &K) -> Option<V> {
        self.frames.get(key)?.last().copied()
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.frames.keys()
    }
}

/// Files one downlink pass, given as pairs, into a new archive.
pub fn file_pass<K: Ord, V: Copy>(pass: Vec<(K, V)>) -> Archive<K, V> {
    let mut archive = Archive::new();
    for (key, value) in pass {
        archive.store(key, value);
    }
    archive
}

pub fn battery_history(pass: Vec<(String, u16)>) -> Option<u16> {
    file_pass(pass).latest(&"battery".to_string())
}
==== tests
#[test]
fn latest_value_counts() {
    let pass = vec![("battery".to_string(), 71), ("antenna".to_string(), 2), ("battery".to_string(), 69)];
    assert_eq!(battery_history(pass), Some(69));
    assert_eq!(battery_history(vec![]), None);
}

#[test]
fn works_for_other_types_and_sorts_keys() {
    let a = file_pass(vec![(3u8, 0.5f32), (1, 1.5), (3, 2.5)]);
    assert_eq!(a.keys().copied().collect::<Vec<_>>(), [1, 3]);
    assert_eq!(a.latest(&3), Some(2.5));
}
