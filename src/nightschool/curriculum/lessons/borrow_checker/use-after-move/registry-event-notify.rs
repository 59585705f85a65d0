---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Added(String),
    Replaced(String),
    Removed(String),
}

/// A map that keeps a journal of its changes.
#[derive(Default)]
pub struct Journaled {
    values: BTreeMap<String, i32>,
    journal: Vec<Change>,
}

impl Journaled {
    pub fn set(&mut self, key: String, value: i32) {
        let change = match self.values.insert(key, value) {
            None => Change::Added(key),
            Some(_) => Change::Replaced(key),
        };
        self.journal.push(change);
    }

    pub fn remove(&mut self, key: &str) -> Option<i32> {
        let (key, value) = self.values.remove_entry(key)?;
        self.journal.push(Change::Removed(key));
        Some(value)
    }

    pub fn get(&self, key: &str) -> Option<i32> {
        self.values.get(key).copied()
    }

    /// The changes since the last call.
    pub fn take_journal(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.journal)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Added(String),
    Replaced(String),
    Removed(String),
}

/// A map that keeps a journal of its changes.
#[derive(Default)]
pub struct Journaled {
    values: BTreeMap<String, i32>,
    journal: Vec<Change>,
}

impl Journaled {
    pub fn set(&mut self, key: String, value: i32) {
        let change = match self.values.insert(key.clone(), value) {
            None => Change::Added(key),
            Some(_) => Change::Replaced(key),
        };
        self.journal.push(change);
    }

    pub fn remove(&mut self, key: &str) -> Option<i32> {
        let (key, value) = self.values.remove_entry(key)?;
        self.journal.push(Change::Removed(key));
        Some(value)
    }

    pub fn get(&self, key: &str) -> Option<i32> {
        self.values.get(key).copied()
    }

    /// The changes since the last call.
    pub fn take_journal(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.journal)
    }
}
==== tests
#[test]
fn journal_tells_all_changes() {
    let mut map = Journaled::default();
    map.set("a".to_string(), 1);
    map.set("a".to_string(), 2);
    map.set("b".to_string(), 3);
    assert_eq!(map.remove("a"), Some(2));
    assert_eq!(map.remove("zz"), None);
    assert_eq!(
        map.take_journal(),
        vec![
            Change::Added("a".to_string()),
            Change::Replaced("a".to_string()),
            Change::Added("b".to_string()),
            Change::Removed("a".to_string()),
        ]
    );
    assert!(map.take_journal().is_empty());
}

#[test]
fn values_are_stored() {
    let mut map = Journaled::default();
    map.set("k".to_string(), 7);
    assert_eq!(map.get("k"), Some(7));
    assert_eq!(map.get(""), None);
}
