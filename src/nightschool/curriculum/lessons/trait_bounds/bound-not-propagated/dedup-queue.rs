---
code: E0277
---
use std::collections::{HashSet, VecDeque};
use std::hash::Hash;

/// Keeps the first of every group of equal items, in order.
pub fn distinct<T: Eq + Hash + Clone>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    items.into_iter().filter(|item| seen.insert(item.clone())).collect()
}

pub struct RetryQueue<T> {
    failed: VecDeque<T>,
}

impl<T> RetryQueue<T> {
    pub fn new() -> Self {
        RetryQueue { failed: VecDeque::new() }
    }

    pub fn push(&mut self, job: T) {
        self.failed.push_back(job);
    }

    pub fn len(&self) -> usize {
        self.failed.len()
    }

    pub fn is_empty(&self) -> bool {
        self.failed.is_empty()
    }
}

impl<T> RetryQueue<T> {
    /// Empties the queue. A job that failed several times is retried once.
    pub fn next_round(&mut self) -> Vec<T> {
        distinct(self.failed.drain(..))
    }
}

impl<T> Default for RetryQueue<T> {
    fn default() -> Self {
        Self::new()
    }
}
==== fixed
use std::collections::{HashSet, VecDeque};
use std::hash::Hash;

/// Keeps the first of every group of equal items, in order.
pub fn distinct<T: Eq + Hash + Clone>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    items.into_iter().filter(|item| seen.insert(item.clone())).collect()
}

pub struct RetryQueue<T> {
    failed: VecDeque<T>,
}

impl<T> RetryQueue<T> {
    pub fn new() -> Self {
        RetryQueue { failed: VecDeque::new() }
    }

    pub fn push(&mut self, job: T) {
        self.failed.push_back(job);
    }

    pub fn len(&self) -> usize {
        self.failed.len()
    }

    pub fn is_empty(&self) -> bool {
        self.failed.is_empty()
    }
}

impl<T: Eq + Hash + Clone> RetryQueue<T> {
    /// Empties the queue. A job that failed several times is retried once.
    pub fn next_round(&mut self) -> Vec<T> {
        distinct(self.failed.drain(..))
    }
}

impl<T> Default for RetryQueue<T> {
    fn default() -> Self {
        Self::new()
    }
}
==== tests
#[test]
fn each_job_once_in_order() {
    let mut queue = RetryQueue::new();
    for job in ["b", "a", "b", "c", "a"] {
        queue.push(job.to_string());
    }
    assert_eq!(queue.next_round(), ["b", "a", "c"]);
    assert!(queue.is_empty());
}

#[test]
fn a_new_round_starts_fresh() {
    let mut queue = RetryQueue::default();
    queue.push(1);
    assert_eq!(queue.next_round(), [1]);
    queue.push(1);
    assert_eq!(queue.len(), 1);
    assert_eq!(queue.next_round(), [1]);
}
