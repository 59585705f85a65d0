---
code: E0277
---
use std::collections::HashMap;
use std::hash::Hash;

/// Counts how often each item was seen.
pub fn tally<I>(items: I) -> HashMap<I::Item, usize>
where
    I: IntoIterator,
    I::Item: Hash + Eq,
{
    let mut counts = HashMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts
}

/// The items seen at least `min` times, most frequent first; equal counts stand in their natural order.
pub fn frequent<T>(items: &[T], min: usize) -> Vec<T>
where
    T: Clone + Ord,
{
    let counts = tally(items.iter().cloned());
    let mut kept: Vec<(T, usize)> = counts.into_iter().filter(|(_, n)| *n >= min).collect();
    kept.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    kept.into_iter().map(|(item, _)| item).collect()
}

/// Misspellings that are common enough to be offered as new dictionary words.
pub fn candidates(misspelt: &[&str]) -> Vec<String> {
    frequent(misspelt, 2).into_iter().map(str::to_owned).collect()
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// Counts how often each item was seen.
pub fn tally<I>(items: I) -> HashMap<I::Item, usize>
where
    I: IntoIterator,
    I::Item: Hash + Eq,
{
    let mut counts = HashMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts
}

/// The items seen at least `min` times, most frequent first; equal counts stand in their natural order.
pub fn frequent<T>(items: &[T], min: usize) -> Vec<T>
where
    T: Clone + Ord + Hash,
{
    let counts = tally(items.iter().cloned());
    let mut kept: Vec<(T, usize)> = counts.into_iter().filter(|(_, n)| *n >= min).collect();
    kept.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    kept.into_iter().map(|(item, _)| item).collect()
}

/// Misspellings that are common enough to be offered as new dictionary words.
pub fn candidates(misspelt: &[&str]) -> Vec<String> {
    frequent(misspelt, 2).into_iter().map(str::to_owned).collect()
}
==== tests
#[test]
fn frequent_sorts_by_count_then_order() {
    assert_eq!(frequent(&[3, 1, 2, 1, 2, 9, 9, 9], 2), [9, 1, 2]);
}

#[test]
fn candidates_need_two() {
    assert_eq!(candidates(&["teh", "foo", "teh", "bar", "bar", "bar"]), ["bar", "teh"]);
    assert!(candidates(&["once"]).is_empty());
}
