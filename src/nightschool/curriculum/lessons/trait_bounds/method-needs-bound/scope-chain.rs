---
code: E0599
---
use std::collections::HashMap;
use std::hash::Hash;

/// Nested scopes of names. Inner definitions hide outer ones.
pub struct Scopes<K, V> {
    frames: Vec<HashMap<K, V>>,
}

impl<K, V> Scopes<K, V> {
    pub fn new() -> Self {
        Scopes { frames: vec![HashMap::new()] }
    }

    pub fn enter(&mut self) {
        self.frames.push(HashMap::new());
    }

    /// Leaves the innermost scope; the outermost one stays.
    pub fn leave(&mut self) -> bool {
        if self.frames.len() == 1 {
            return false;
        }
        self.frames.pop().is_some()
    }

    pub fn define(&mut self, name: K, value: V) -> Option<V> {
        self.frames.last_mut()?.insert(name, value)
    }

    pub fn resolve(&self, name: &K) -> Option<&V> {
        self.frames.iter().rev().find_map(|frame| frame.get(name))
    }
}

impl<K: Hash + Eq, V> Default for Scopes<K, V> {
    fn default() -> Self {
        Self::new()
    }
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// Nested scopes of names. Inner definitions hide outer ones.
pub struct Scopes<K, V> {
    frames: Vec<HashMap<K, V>>,
}

impl<K: Hash + Eq, V> Scopes<K, V> {
    pub fn new() -> Self {
        Scopes { frames: vec![HashMap::new()] }
    }

    pub fn enter(&mut self) {
        self.frames.push(HashMap::new());
    }

    /// Leaves the innermost scope; the outermost one stays.
    pub fn leave(&mut self) -> bool {
        if self.frames.len() == 1 {
            return false;
        }
        self.frames.pop().is_some()
    }

    pub fn define(&mut self, name: K, value: V) -> Option<V> {
        self.frames.last_mut()?.insert(name, value)
    }

    pub fn resolve(&self, name: &K) -> Option<&V> {
        self.frames.iter().rev().find_map(|frame| frame.get(name))
    }
}

impl<K: Hash + Eq, V> Default for Scopes<K, V> {
    fn default() -> Self {
        Self::new()
    }
}
==== tests
#[test]
fn inner_hides_outer() {
    let mut s: Scopes<&str, i32> = Scopes::new();
    assert_eq!(s.define("x", 1), None);
    s.enter();
    s.define("x", 2);
    assert_eq!(s.resolve(&"x"), Some(&2));
    assert!(s.leave());
    assert_eq!(s.resolve(&"x"), Some(&1));
    assert!(!s.leave());
    assert_eq!(s.resolve(&"x"), Some(&1));
}
#[test]
fn redefinition_gives_the_old_value() {
    let mut s: Scopes<u32, String> = Scopes::default();
    s.define(7, "a".to_string());
    assert_eq!(s.define(7, "b".to_string()), Some("a".to_string()));
    assert_eq!(s.resolve(&8), None);
}
