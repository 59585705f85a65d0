---
code: E0277
---
use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::Hash;

/// Keeps the first of each and leaves the order as it is.
pub fn unique<T: Hash + Eq + Clone>(items: &[T]) -> Vec<T> {
    let mut seen = HashSet::new();
    items.iter().filter(|item| seen.insert((*item).clone())).cloned().collect()
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Leg {
    pub from: String,
    pub to: String,
}

/// Lines for the itinerary, each stop or leg named once.
pub fn itinerary<T: Debug + Clone>(steps: &[T]) -> Vec<String> {
    unique(steps)
        .iter()
        .enumerate()
        .map(|(i, step)| format!("{}. {step:?}", i + 1))
        .collect()
}

pub fn leg(from: &str, to: &str) -> Leg {
    Leg { from: from.to_string(), to: to.to_string() }
}
==== fixed
use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::Hash;

/// Keeps the first of each and leaves the order as it is.
pub fn unique<T: Hash + Eq + Clone>(items: &[T]) -> Vec<T> {
    let mut seen = HashSet::new();
    items.iter().filter(|item| seen.insert((*item).clone())).cloned().collect()
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Leg {
    pub from: String,
    pub to: String,
}

/// Lines for the itinerary, each stop or leg named once.
pub fn itinerary<T: Debug + Clone + Eq + Hash>(steps: &[T]) -> Vec<String> {
    unique(steps)
        .iter()
        .enumerate()
        .map(|(i, step)| format!("{}. {step:?}", i + 1))
        .collect()
}

pub fn leg(from: &str, to: &str) -> Leg {
    Leg { from: from.to_string(), to: to.to_string() }
}
==== tests
#[test]
fn each_stop_once_in_order() {
    assert_eq!(itinerary(&["Oslo", "Bergen", "Oslo", "Alta"]), ["1. \"Oslo\"", "2. \"Bergen\"", "3. \"Alta\""]);
}
#[test]
fn legs() {
    let lines = itinerary(&[leg("A", "B"), leg("B", "A"), leg("A", "B")]);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1], "2. Leg { from: \"B\", to: \"A\" }");
}
