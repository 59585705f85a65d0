---
code: E0277
---
use std::collections::{BTreeMap, VecDeque};

/// How pressing a job is; the variants stand in ascending order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Urgency {
    Idle,
    Normal,
    Critical,
}

/// Jobs come out most urgent first; among equals, the one that came first.
#[derive(Default)]
pub struct JobQueue {
    levels: BTreeMap<Urgency, VecDeque<String>>,
}

impl JobQueue {
    pub fn push(&mut self, urgency: Urgency, name: &str) {
        self.levels.entry(urgency).or_default().push_back(name.to_string());
    }

    pub fn pop(&mut self) -> Option<String> {
        let mut level = self.levels.last_entry()?;
        let name = level.get_mut().pop_front();
        if level.get().is_empty() {
            level.remove();
        }
        name
    }

    /// Empties the queue.
    pub fn drain(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.pop()).collect()
    }
}
==== fixed
use std::collections::{BTreeMap, VecDeque};

/// How pressing a job is; the variants stand in ascending order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Idle,
    Normal,
    Critical,
}

/// Jobs come out most urgent first; among equals, the one that came first.
#[derive(Default)]
pub struct JobQueue {
    levels: BTreeMap<Urgency, VecDeque<String>>,
}

impl JobQueue {
    pub fn push(&mut self, urgency: Urgency, name: &str) {
        self.levels.entry(urgency).or_default().push_back(name.to_string());
    }

    pub fn pop(&mut self) -> Option<String> {
        let mut level = self.levels.last_entry()?;
        let name = level.get_mut().pop_front();
        if level.get().is_empty() {
            level.remove();
        }
        name
    }

    /// Empties the queue.
    pub fn drain(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.pop()).collect()
    }
}
==== tests
#[test]
fn urgent_jobs_first() {
    let mut queue = JobQueue::default();
    queue.push(Urgency::Normal, "mail");
    queue.push(Urgency::Idle, "index");
    queue.push(Urgency::Critical, "alarm");
    queue.push(Urgency::Normal, "backup");
    queue.push(Urgency::Critical, "fire");
    assert_eq!(queue.drain(), vec!["alarm", "fire", "mail", "backup", "index"]);
    assert_eq!(queue.pop(), None);
}

#[test]
fn later_jobs_can_overtake() {
    let mut queue = JobQueue::default();
    queue.push(Urgency::Idle, "a");
    queue.push(Urgency::Idle, "b");
    assert_eq!(queue.pop().as_deref(), Some("a"));
    queue.push(Urgency::Normal, "c");
    assert_eq!(queue.drain(), vec!["c", "b"]);
}
