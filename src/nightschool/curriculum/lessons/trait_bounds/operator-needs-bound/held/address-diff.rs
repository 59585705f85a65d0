---
code: E0369
---
use std::collections::BTreeMap;

/// What changed in one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<V> {
    Added(V),
    Removed(V),
    Edited { from: V, to: V },
}

/// Compares two versions of an address book, in which the entries may be of any kind.
pub fn diff<V>(old: &BTreeMap<String, V>, new: &BTreeMap<String, V>) -> BTreeMap<String, Change<V>>
where
    V: Clone,
{
    let mut changes = BTreeMap::new();
    for (name, from) in old {
        match new.get(name) {
            None => {
                changes.insert(name.clone(), Change::Removed(from.clone()));
            }
            Some(to) if to != from => {
                changes.insert(name.clone(), Change::Edited { from: from.clone(), to: to.clone() });
            }
            Some(_) => {}
        }
    }
    for (name, value) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
        changes.insert(name.clone(), Change::Added(value.clone()));
    }
    changes
}

#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub town: String,
    pub height: f64,
}

pub fn moved(old: &BTreeMap<String, Place>, new: &BTreeMap<String, Place>) -> Vec<String> {
    diff(old, new)
        .into_iter()
        .filter(|(_, change)| matches!(change, Change::Edited { .. }))
        .map(|(name, _)| name)
        .collect()
}
==== fixed
use std::collections::BTreeMap;

/// What changed in one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<V> {
    Added(V),
    Removed(V),
    Edited { from: V, to: V },
}

/// Compares two versions of an address book, in which the entries may be of any kind.
pub fn diff<V>(old: &BTreeMap<String, V>, new: &BTreeMap<String, V>) -> BTreeMap<String, Change<V>>
where
    V: Clone + PartialEq,
{
    let mut changes = BTreeMap::new();
    for (name, from) in old {
        match new.get(name) {
            None => {
                changes.insert(name.clone(), Change::Removed(from.clone()));
            }
            Some(to) if to != from => {
                changes.insert(name.clone(), Change::Edited { from: from.clone(), to: to.clone() });
            }
            Some(_) => {}
        }
    }
    for (name, value) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
        changes.insert(name.clone(), Change::Added(value.clone()));
    }
    changes
}

#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub town: String,
    pub height: f64,
}

pub fn moved(old: &BTreeMap<String, Place>, new: &BTreeMap<String, Place>) -> Vec<String> {
    diff(old, new)
        .into_iter()
        .filter(|(_, change)| matches!(change, Change::Edited { .. }))
        .map(|(name, _)| name)
        .collect()
}
==== tests
fn book(entries: &[(&str, i32)]) -> BTreeMap<String, i32> {
    entries.iter().map(|(n, v)| (n.to_string(), *v)).collect()
}

#[test]
fn three_kinds_of_change() {
    let d = diff(&book(&[("a", 1), ("b", 2), ("c", 3)]), &book(&[("b", 2), ("c", 4), ("d", 5)]));
    assert_eq!(d.len(), 3);
    assert_eq!(d["a"], Change::Removed(1));
    assert_eq!(d["c"], Change::Edited { from: 3, to: 4 });
    assert_eq!(d["d"], Change::Added(5));
}

#[test]
fn entries_that_have_no_total_equality() {
    let place = |h| Place { town: "Ulm".into(), height: h };
    let old = BTreeMap::from([("x".to_string(), place(1.5)), ("y".to_string(), place(2.0))]);
    let new = BTreeMap::from([("x".to_string(), place(1.5)), ("y".to_string(), place(2.5))]);
    assert_eq!(moved(&old, &new), ["y"]);
}
