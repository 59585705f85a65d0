---
code: E0599
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum BiMapError {
    NoSuchKey(String),
    ValueTaken(String),
}

/// A map in which keys and values are unique, so that both can be looked up.
#[derive(Default)]
pub struct BiMap {
    forward: HashMap<String, String>,
    backward: HashMap<String, String>,
}

impl BiMap {
    fn require(&self, key: &str) -> Result<&String, BiMapError> {
        self.forward
            .get(key)
            .ok_or_else(|| BiMapError::NoSuchKey(key.to_string()))
    }

    pub fn insert(&mut self, key: &str, value: &str) -> Result<(), BiMapError> {
        if self.backward.contains_key(value) {
            return Err(BiMapError::ValueTaken(value.to_string()));
        }
        if let Some(old) = self.forward.insert(key.to_string(), value.to_string()) {
            self.backward.remove(&old);
        }
        self.backward.insert(value.to_string(), key.to_string());
        Ok(())
    }

    pub fn key_of(&self, value: &str) -> Option<&str> {
        self.backward.get(value).map(|key| key.as_str())
    }

    /// The number of characters of the value under `key`; an unknown key is an error.
    pub fn value_width(&self, key: &str) -> Result<usize, BiMapError> {
        let width = self.require(key).chars().count();
        Ok(width)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum BiMapError {
    NoSuchKey(String),
    ValueTaken(String),
}

/// A map in which keys and values are unique, so that both can be looked up.
#[derive(Default)]
pub struct BiMap {
    forward: HashMap<String, String>,
    backward: HashMap<String, String>,
}

impl BiMap {
    fn require(&self, key: &str) -> Result<&String, BiMapError> {
        self.forward
            .get(key)
            .ok_or_else(|| BiMapError::NoSuchKey(key.to_string()))
    }

    pub fn insert(&mut self, key: &str, value: &str) -> Result<(), BiMapError> {
        if self.backward.contains_key(value) {
            return Err(BiMapError::ValueTaken(value.to_string()));
        }
        if let Some(old) = self.forward.insert(key.to_string(), value.to_string()) {
            self.backward.remove(&old);
        }
        self.backward.insert(value.to_string(), key.to_string());
        Ok(())
    }

    pub fn key_of(&self, value: &str) -> Option<&str> {
        self.backward.get(value).map(|key| key.as_str())
    }

    /// The number of characters of the value under `key`; an unknown key is an error.
    pub fn value_width(&self, key: &str) -> Result<usize, BiMapError> {
        let width = self.require(key)?.chars().count();
        Ok(width)
    }
}
==== tests
#[test]
fn widths() {
    let mut map = BiMap::default();
    map.insert("de", "Grüße").unwrap();
    map.insert("none", "").unwrap();
    assert_eq!(map.value_width("de"), Ok(5));
    assert_eq!(map.value_width("none"), Ok(0));
    assert_eq!(map.value_width("fr"), Err(BiMapError::NoSuchKey("fr".to_string())));
}

#[test]
fn values_are_unique() {
    let mut map = BiMap::default();
    map.insert("a", "1").unwrap();
    assert_eq!(map.insert("b", "1"), Err(BiMapError::ValueTaken("1".to_string())));
    map.insert("a", "2").unwrap();
    assert_eq!(map.key_of("1"), None);
    assert_eq!(map.key_of("2"), Some("a"));
}
