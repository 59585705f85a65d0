---
code: E0505
---
use std::collections::BTreeMap;

#[derive(Debug, Default, PartialEq, Eq)]
struct Generation {
    entries: BTreeMap<String, u64>,
}

impl Generation {
    fn heaviest(&self) -> Option<&str> {
        let (key, _) = self.entries.iter().max_by_key(|(_, size)| **size)?;
        Some(key)
    }

    /// Frees the entries and tells how many bytes that gave.
    fn free(self) -> u64 {
        self.entries.into_values().sum()
    }
}

/// A cache in two generations: what is not used in the young one is soon forgotten.
#[derive(Default)]
pub struct TwoGenerations {
    young: Generation,
    old: Generation,
    report: Vec<String>,
}

impl TwoGenerations {
    pub fn put(&mut self, key: &str, size: u64) {
        self.young.entries.insert(key.to_string(), size);
    }

    pub fn contains(&self, key: &str) -> bool {
        self.young.entries.contains_key(key) || self.old.entries.contains_key(key)
    }

    /// Starts a new young generation, frees the older one and reports the bytes
    /// that became free, with the heaviest entry.
    pub fn rotate(&mut self) -> u64 {
        let retired = std::mem::take(&mut self.young);
        let forgotten = std::mem::replace(&mut self.old, retired);
        let heaviest = forgotten.heaviest();
        let freed = forgotten.free();
        if let Some(key) = heaviest {
            self.report.push(format!("{} bytes, mostly {}", freed, key));
        }
        freed
    }

    pub fn report(&self) -> &[String] {
        &self.report
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default, PartialEq, Eq)]
struct Generation {
    entries: BTreeMap<String, u64>,
}

impl Generation {
    fn heaviest(&self) -> Option<&str> {
        let (key, _) = self.entries.iter().max_by_key(|(_, size)| **size)?;
        Some(key)
    }

    /// Frees the entries and tells how many bytes that gave.
    fn free(self) -> u64 {
        self.entries.into_values().sum()
    }
}

/// A cache in two generations: what is not used in the young one is soon forgotten.
#[derive(Default)]
pub struct TwoGenerations {
    young: Generation,
    old: Generation,
    report: Vec<String>,
}

impl TwoGenerations {
    pub fn put(&mut self, key: &str, size: u64) {
        self.young.entries.insert(key.to_string(), size);
    }

    pub fn contains(&self, key: &str) -> bool {
        self.young.entries.contains_key(key) || self.old.entries.contains_key(key)
    }

    /// Starts a new young generation, frees the older one and reports the bytes
    /// that became free, with the heaviest entry.
    pub fn rotate(&mut self) -> u64 {
        let retired = std::mem::take(&mut self.young);
        let forgotten = std::mem::replace(&mut self.old, retired);
        let heaviest = forgotten.heaviest().map(str::to_owned);
        let freed = forgotten.free();
        if let Some(key) = heaviest {
            self.report.push(format!("{} bytes, mostly {}", freed, key));
        }
        freed
    }

    pub fn report(&self) -> &[String] {
        &self.report
    }
}
==== tests
#[test]
fn two_rotations_forget() {
    let mut cache = TwoGenerations::default();
    cache.put("a", 5);
    cache.put("b", 9);
    assert_eq!(cache.rotate(), 0);
    assert!(cache.contains("a"));
    cache.put("c", 1);
    assert_eq!(cache.rotate(), 14);
    assert!(!cache.contains("a"));
    assert!(cache.contains("c"));
    assert_eq!(cache.report(), ["14 bytes, mostly b"]);
}

#[test]
fn empty_generations_are_not_reported() {
    let mut cache = TwoGenerations::default();
    assert_eq!(cache.rotate() + cache.rotate(), 0);
    assert!(cache.report().is_empty());
}
