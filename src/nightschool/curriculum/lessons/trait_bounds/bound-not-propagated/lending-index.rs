---
code: E0277
---
use std::collections::HashMap;
use std::hash::Hash;

/// Groups items by a key; within a group the items keep their order.
pub fn group_by<K, V, F>(items: Vec<V>, key: F) -> HashMap<K, Vec<V>>
where
    K: Eq + Hash,
    F: Fn(&V) -> K,
{
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for item in items {
        groups.entry(key(&item)).or_default().push(item);
    }
    groups
}

/// How often the most frequent key occurs; 0 for no items.
pub fn busiest<K, V, F>(items: Vec<V>, key: F) -> usize
where
    K: Eq,
    F: Fn(&V) -> K,
{
    group_by(items, key)
        .values()
        .map(|group| group.len())
        .max()
        .unwrap_or(0)
}

#[derive(Debug, Clone)]
pub struct Loan {
    pub shelfmark: String,
    pub weekday: u8,
}

pub fn busiest_day(loans: &[Loan]) -> usize {
    busiest(loans.to_vec(), |loan| loan.weekday)
}

pub fn most_wanted(loans: &[Loan]) -> usize {
    busiest(loans.to_vec(), |loan| loan.shelfmark.clone())
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// Groups items by a key; within a group the items keep their order.
pub fn group_by<K, V, F>(items: Vec<V>, key: F) -> HashMap<K, Vec<V>>
where
    K: Eq + Hash,
    F: Fn(&V) -> K,
{
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for item in items {
        groups.entry(key(&item)).or_default().push(item);
    }
    groups
}

/// How often the most frequent key occurs; 0 for no items.
pub fn busiest<K, V, F>(items: Vec<V>, key: F) -> usize
where
    K: Eq + Hash,
    F: Fn(&V) -> K,
{
    group_by(items, key)
        .values()
        .map(|group| group.len())
        .max()
        .unwrap_or(0)
}

#[derive(Debug, Clone)]
pub struct Loan {
    pub shelfmark: String,
    pub weekday: u8,
}

pub fn busiest_day(loans: &[Loan]) -> usize {
    busiest(loans.to_vec(), |loan| loan.weekday)
}

pub fn most_wanted(loans: &[Loan]) -> usize {
    busiest(loans.to_vec(), |loan| loan.shelfmark.clone())
}
==== tests
fn loans() -> Vec<Loan> {
    [("A1", 1), ("B2", 1), ("A1", 2), ("A1", 4), ("C3", 1), ("D4", 1)]
        .iter()
        .map(|&(s, weekday)| Loan { shelfmark: s.to_string(), weekday })
        .collect()
}

#[test]
fn by_day_and_by_book() {
    assert_eq!(busiest_day(&loans()), 4);
    assert_eq!(most_wanted(&loans()), 3);
}

#[test]
fn nothing_lent() {
    assert_eq!(busiest_day(&[]), 0);
    assert_eq!(most_wanted(&[]), 0);
}
