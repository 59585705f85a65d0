---
code: E0277
---
use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::Hash;

/// Keeps the first of equal items, in the order in which they came.
fn unique<T>(items: impl IntoIterator<Item = T>) -> Vec<T>
where
    T: Clone + Eq + Hash,
{
    let mut seen = HashSet::new();
    items.into_iter().filter(|item| seen.insert(item.clone())).collect()
}

/// Deals the distinct jobs out to `workers` in turn.
pub fn deal<J>(jobs: Vec<J>, workers: usize) -> Vec<Vec<J>> {
    let mut hands: Vec<Vec<J>> = (0..workers).map(|_| Vec::new()).collect();
    for (i, job) in unique(jobs).into_iter().enumerate() {
        hands[i % workers].push(job);
    }
    hands
}

/// One line per worker, for the log.
pub fn describe<J>(jobs: Vec<J>, workers: usize) -> Vec<String>
where
    J: Debug,
{
    deal(jobs, workers)
        .iter()
        .enumerate()
        .map(|(i, hand)| format!("worker {i}: {hand:?}"))
        .collect()
}
==== fixed
use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::Hash;

/// Keeps the first of equal items, in the order in which they came.
fn unique<T>(items: impl IntoIterator<Item = T>) -> Vec<T>
where
    T: Clone + Eq + Hash,
{
    let mut seen = HashSet::new();
    items.into_iter().filter(|item| seen.insert(item.clone())).collect()
}

/// Deals the distinct jobs out to `workers` in turn.
pub fn deal<J>(jobs: Vec<J>, workers: usize) -> Vec<Vec<J>>
where
    J: Clone + Eq + Hash,
{
    let mut hands: Vec<Vec<J>> = (0..workers).map(|_| Vec::new()).collect();
    for (i, job) in unique(jobs).into_iter().enumerate() {
        hands[i % workers].push(job);
    }
    hands
}

/// One line per worker, for the log.
pub fn describe<J>(jobs: Vec<J>, workers: usize) -> Vec<String>
where
    J: Debug + Clone + Eq + Hash,
{
    deal(jobs, workers)
        .iter()
        .enumerate()
        .map(|(i, hand)| format!("worker {i}: {hand:?}"))
        .collect()
}
==== tests
#[test]
fn deals_distinct_jobs_in_order() {
    assert_eq!(deal(vec!["b", "a", "b", "c"], 2), vec![vec!["b", "c"], vec!["a"]]);
}

#[test]
fn describes() {
    assert_eq!(describe(vec![4, 4, 2], 3), vec!["worker 0: [4]", "worker 1: [2]", "worker 2: []"]);
}
