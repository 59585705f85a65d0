---
code: E0277
---
use std::collections::BTreeSet;

/// A set of applied migration identifiers.
#[derive(Debug)]
pub struct Applied<I> {
    ids: BTreeSet<I>,
}

pub fn record<I: Ord>(applied: &mut Applied<I>, id: I) -> bool {
    applied.ids.insert(id)
}

pub fn empty<I>() -> Applied<I> {
    Applied { ids: BTreeSet::new() }
}

/// Replays the given identifiers and returns those that were seen before,
/// in the order of the replay.
pub fn replay<I: Clone>(log: &[I]) -> (Applied<I>, Vec<I>) {
    let mut applied = empty();
    let mut repeated = Vec::new();
    for id in log {
        if !record(&mut applied, id.clone()) {
            repeated.push(id.clone());
        }
    }
    (applied, repeated)
}

impl<I> Applied<I> {
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn into_sorted(self) -> Vec<I> {
        self.ids.into_iter().collect()
    }
}
==== fixed
use std::collections::BTreeSet;

/// A set of applied migration identifiers.
#[derive(Debug)]
pub struct Applied<I> {
    ids: BTreeSet<I>,
}

pub fn record<I: Ord>(applied: &mut Applied<I>, id: I) -> bool {
    applied.ids.insert(id)
}

pub fn empty<I>() -> Applied<I> {
    Applied { ids: BTreeSet::new() }
}

/// Replays the given identifiers and returns those that were seen before,
/// in the order of the replay.
pub fn replay<I: Clone + Ord>(log: &[I]) -> (Applied<I>, Vec<I>) {
    let mut applied = empty();
    let mut repeated = Vec::new();
    for id in log {
        if !record(&mut applied, id.clone()) {
            repeated.push(id.clone());
        }
    }
    (applied, repeated)
}

impl<I> Applied<I> {
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn into_sorted(self) -> Vec<I> {
        self.ids.into_iter().collect()
    }
}
==== tests
    #[test]
    fn numbers() {
        let (applied, repeated) = replay(&[3, 1, 3, 2, 1]);
        assert_eq!(repeated, vec![3, 1]);
        assert_eq!(applied.len(), 3);
        assert_eq!(applied.into_sorted(), vec![1, 2, 3]);
    }
    #[test]
    fn names() {
        let (applied, repeated) = replay(&["init".to_string(), "users".to_string()]);
        assert!(repeated.is_empty());
        assert_eq!(applied.into_sorted(), vec!["init", "users"]);
    }
