---
code: E0599
---
use std::fmt::Debug;

/// A command line option whose value is kept together with where it came from.
#[derive(Debug, Clone)]
pub struct Setting<T> {
    name: &'static str,
    value: T,
    given: Vec<T>,
}

impl<T> Setting<T> {
    pub fn new(name: &'static str, default: T) -> Self {
        Setting { name, value: default, given: Vec::new() }
    }

    pub fn name(&self) -> &str {
        self.name
    }

    pub fn is_given(&self) -> bool {
        !self.given.is_empty()
    }
}

impl<T: Debug> Setting<T> {
    /// Takes a value from the command line. The last one counts; all are remembered.
    pub fn give(&mut self, value: T) {
        self.given.push(value.clone());
        self.value = value;
    }

    /// The value, held within the limits.
    pub fn limited(&self, low: T, high: T) -> T {
        self.value.clone().clamp(low, high)
    }

    pub fn describe(&self) -> String {
        format!("{}={:?} {:?}", self.name, self.value, self.given)
    }
}
==== fixed
use std::fmt::Debug;

/// A command line option whose value is kept together with where it came from.
#[derive(Debug, Clone)]
pub struct Setting<T> {
    name: &'static str,
    value: T,
    given: Vec<T>,
}

impl<T> Setting<T> {
    pub fn new(name: &'static str, default: T) -> Self {
        Setting { name, value: default, given: Vec::new() }
    }

    pub fn name(&self) -> &str {
        self.name
    }

    pub fn is_given(&self) -> bool {
        !self.given.is_empty()
    }
}

impl<T: Debug + Clone + Ord> Setting<T> {
    /// Takes a value from the command line. The last one counts; all are remembered.
    pub fn give(&mut self, value: T) {
        self.given.push(value.clone());
        self.value = value;
    }

    /// The value, held within the limits.
    pub fn limited(&self, low: T, high: T) -> T {
        self.value.clone().clamp(low, high)
    }

    pub fn describe(&self) -> String {
        format!("{}={:?} {:?}", self.name, self.value, self.given)
    }
}
==== tests
#[test]
fn last_value_counts() {
    let mut s = Setting::new("jobs", 4);
    assert!(!s.is_given());
    assert_eq!(s.describe(), "jobs=4 []");
    s.give(8);
    s.give(64);
    assert_eq!(s.describe(), "jobs=64 [8, 64]");
    assert_eq!(s.limited(1, 16), 16);
    assert_eq!(s.describe(), "jobs=64 [8, 64]");
}
#[test]
fn words_too() {
    let mut s = Setting::new("mode", "b".to_string());
    assert_eq!(s.limited("c".to_string(), "e".to_string()), "c");
    s.give("d".to_string());
    assert_eq!(s.limited("c".to_string(), "e".to_string()), "d");
    assert_eq!(s.name(), "mode");
}
#[test]
fn values_without_any_trait_can_still_be_stored() {
    struct Opaque;
    let s = Setting::new("x", Opaque);
    assert!(!s.is_given());
}
