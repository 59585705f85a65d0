---
code: E0369
---
/// How a new version of a list differs from the old one.
#[derive(Debug, Clone, PartialEq)]
pub enum Change<T> {
    Kept(T),
    Removed(T),
    Added(T),
}

/// Compares two lists: what both have at the front and at the back is kept, the middle replaced.
pub fn diff<T: Clone>(old: &[T], new: &[T]) -> Vec<Change<T>> {
    let shorter = old.len().min(new.len());
    let mut front = 0;
    while front < shorter && old[front] == new[front] {
        front += 1;
    }
    let mut back = 0;
    while back < shorter - front && old[old.len() - 1 - back] == new[new.len() - 1 - back] {
        back += 1;
    }
    let kept = |items: &[T]| items.iter().cloned().map(Change::Kept).collect::<Vec<_>>();
    let mut changes = kept(&old[..front]);
    changes.extend(old[front..old.len() - back].iter().cloned().map(Change::Removed));
    changes.extend(new[front..new.len() - back].iter().cloned().map(Change::Added));
    changes.extend(kept(&old[old.len() - back..]));
    changes
}

/// The new list, made from the changes alone.
pub fn apply<T: Clone>(changes: &[Change<T>]) -> Vec<T> {
    changes
        .iter()
        .filter_map(|change| match change {
            Change::Kept(item) | Change::Added(item) => Some(item.clone()),
            Change::Removed(_) => None,
        })
        .collect()
}
==== fixed
/// How a new version of a list differs from the old one.
#[derive(Debug, Clone, PartialEq)]
pub enum Change<T> {
    Kept(T),
    Removed(T),
    Added(T),
}

/// Compares two lists: what both have at the front and at the back is kept, the middle replaced.
pub fn diff<T: Clone + PartialEq>(old: &[T], new: &[T]) -> Vec<Change<T>> {
    let shorter = old.len().min(new.len());
    let mut front = 0;
    while front < shorter && old[front] == new[front] {
        front += 1;
    }
    let mut back = 0;
    while back < shorter - front && old[old.len() - 1 - back] == new[new.len() - 1 - back] {
        back += 1;
    }
    let kept = |items: &[T]| items.iter().cloned().map(Change::Kept).collect::<Vec<_>>();
    let mut changes = kept(&old[..front]);
    changes.extend(old[front..old.len() - back].iter().cloned().map(Change::Removed));
    changes.extend(new[front..new.len() - back].iter().cloned().map(Change::Added));
    changes.extend(kept(&old[old.len() - back..]));
    changes
}

/// The new list, made from the changes alone.
pub fn apply<T: Clone>(changes: &[Change<T>]) -> Vec<T> {
    changes
        .iter()
        .filter_map(|change| match change {
            Change::Kept(item) | Change::Added(item) => Some(item.clone()),
            Change::Removed(_) => None,
        })
        .collect()
}
==== tests
use Change::*;

#[test]
fn replaces_the_middle() {
    let changes = diff(&['a', 'b', 'c', 'd'], &['a', 'x', 'd']);
    assert_eq!(changes, vec![Kept('a'), Removed('b'), Removed('c'), Added('x'), Kept('d')]);
    assert_eq!(apply(&changes), vec!['a', 'x', 'd']);
}

#[test]
fn partial_equality_is_enough() {
    assert_eq!(diff(&[0.5], &[0.5, 0.5]), vec![Kept(0.5), Added(0.5)]);
    assert_eq!(diff::<f64>(&[], &[]), vec![]);
    assert_eq!(diff(&[1.0], &[2.0]), vec![Removed(1.0), Added(2.0)]);
}
