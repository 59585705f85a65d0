---
code: E0053
---
use std::collections::BinaryHeap;
use std::cmp::Ordering;

/// A waiting job. In the heap the most urgent job is the greatest: first by
/// priority, then the smaller ticket.
#[derive(Debug, PartialEq, Eq)]
pub struct Ticketed {
    pub priority: u8,
    pub ticket: u64,
    pub name: String,
}

impl Ord for Ticketed {
    fn cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.priority.cmp(&other.priority).then_with(|| other.ticket.cmp(&self.ticket)))
    }
}

impl PartialOrd for Ticketed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.cmp(other)
    }
}

#[derive(Default)]
pub struct JobQueue {
    heap: BinaryHeap<Ticketed>,
    next_ticket: u64,
}

impl JobQueue {
    pub fn submit(&mut self, name: &str, priority: u8) -> u64 {
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.heap.push(Ticketed { priority, ticket, name: name.to_string() });
        ticket
    }

    pub fn run_next(&mut self) -> Option<String> {
        self.heap.pop().map(|job| job.name)
    }
}
==== fixed
use std::collections::BinaryHeap;
use std::cmp::Ordering;

/// A waiting job. In the heap the most urgent job is the greatest: first by
/// priority, then the smaller ticket.
#[derive(Debug, PartialEq, Eq)]
pub struct Ticketed {
    pub priority: u8,
    pub ticket: u64,
    pub name: String,
}

impl Ord for Ticketed {
    fn cmp(&self, other: &Self) -> Ordering {
        self.priority.cmp(&other.priority).then_with(|| other.ticket.cmp(&self.ticket))
    }
}

impl PartialOrd for Ticketed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[derive(Default)]
pub struct JobQueue {
    heap: BinaryHeap<Ticketed>,
    next_ticket: u64,
}

impl JobQueue {
    pub fn submit(&mut self, name: &str, priority: u8) -> u64 {
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.heap.push(Ticketed { priority, ticket, name: name.to_string() });
        ticket
    }

    pub fn run_next(&mut self) -> Option<String> {
        self.heap.pop().map(|job| job.name)
    }
}
==== tests
#[test]
fn urgent_first_then_oldest() {
    let mut q = JobQueue::default();
    for (name, p) in [("a", 1), ("b", 5), ("c", 5), ("d", 9), ("e", 1)] {
        q.submit(name, p);
    }
    let order: Vec<String> = std::iter::from_fn(|| q.run_next()).collect();
    assert_eq!(order, vec!["d", "b", "c", "a", "e"]);
}

#[test]
fn partial_agrees_with_total() {
    let t = |priority, ticket| Ticketed { priority, ticket, name: String::new() };
    assert!(t(2, 0) > t(1, 9));
    assert!(t(2, 0) > t(2, 1));
    assert_eq!(t(1, 1).partial_cmp(&t(1, 1)), Some(Ordering::Equal));
}
