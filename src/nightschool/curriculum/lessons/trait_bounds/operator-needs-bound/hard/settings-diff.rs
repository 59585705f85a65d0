---
code: E0369
---
//! Compares two versions of a settings table.

use std::collections::HashMap;
use std::hash::Hash;

/// The keys that differ between two tables.
#[derive(Debug, PartialEq)]
pub struct Diff<'a, K> {
    pub added: Vec<&'a K>,
    pub removed: Vec<&'a K>,
    pub changed: Vec<&'a K>,
}

/// Compares the tables key by key. Each list is sorted. Values are
/// numbers, texts, ratios: whatever can be told apart.
pub fn diff<'a, K, V>(old: &'a HashMap<K, V>, new: &'a HashMap<K, V>) -> Diff<'a, K>
where
    K: Eq + Hash + Ord,
{
    let mut result = Diff { added: Vec::new(), removed: Vec::new(), changed: Vec::new() };
    for (key, value) in new {
        match old.get(key) {
            None => result.added.push(key),
            Some(before) if before != value => result.changed.push(key),
            Some(_) => {}
        }
    }
    result.removed = old.keys().filter(|key| !new.contains_key(*key)).collect();
    result.added.sort();
    result.removed.sort();
    result.changed.sort();
    result
}
==== fixed
//! Compares two versions of a settings table.

use std::collections::HashMap;
use std::hash::Hash;

/// The keys that differ between two tables.
#[derive(Debug, PartialEq)]
pub struct Diff<'a, K> {
    pub added: Vec<&'a K>,
    pub removed: Vec<&'a K>,
    pub changed: Vec<&'a K>,
}

/// Compares the tables key by key. Each list is sorted. Values are
/// numbers, texts, ratios: whatever can be told apart.
pub fn diff<'a, K, V>(old: &'a HashMap<K, V>, new: &'a HashMap<K, V>) -> Diff<'a, K>
where
    K: Eq + Hash + Ord,
    V: PartialEq,
{
    let mut result = Diff { added: Vec::new(), removed: Vec::new(), changed: Vec::new() };
    for (key, value) in new {
        match old.get(key) {
            None => result.added.push(key),
            Some(before) if before != value => result.changed.push(key),
            Some(_) => {}
        }
    }
    result.removed = old.keys().filter(|key| !new.contains_key(*key)).collect();
    result.added.sort();
    result.removed.sort();
    result.changed.sort();
    result
}
==== tests
#[test]
fn ratios_can_be_compared() {
    let old = HashMap::from([("gain", 0.5), ("pan", 0.0), ("mute", 1.0)]);
    let new = HashMap::from([("gain", 0.75), ("pan", 0.0), ("solo", 1.0)]);
    let found = diff(&old, &new);
    assert_eq!(found.changed, [&"gain"]);
    assert_eq!(found.added, [&"solo"]);
    assert_eq!(found.removed, [&"mute"]);
}

/// Can be told apart, and nothing more.
#[derive(PartialEq)]
enum Theme {
    Light,
    Dark,
}

#[test]
fn any_values_that_can_be_told_apart_will_do() {
    let old = HashMap::from([("day", Theme::Light), ("night", Theme::Light)]);
    let new = HashMap::from([("day", Theme::Light), ("night", Theme::Dark)]);
    assert_eq!(diff(&old, &new).changed, [&"night"]);
}

#[test]
fn equal_texts_are_no_change_though_stored_twice() {
    let table = |size: &str| HashMap::from([(1, size.to_string()), (2, "red".to_string())]);
    assert_eq!(diff(&table("big"), &table("big")).changed, Vec::<&i32>::new());
    assert_eq!(diff(&table("big"), &table("small")).changed, [&1]);
}
