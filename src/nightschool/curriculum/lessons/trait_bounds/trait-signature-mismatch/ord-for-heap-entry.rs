---
code: E0053
---
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A candidate with a cost; the heap must give the cheapest first, and of
/// equally cheap ones the one whose name comes first.
#[derive(Debug, PartialEq, Eq)]
pub struct Candidate {
    pub cost: u32,
    pub name: String,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Option<Ordering> {
        Some(other.cost.cmp(&self.cost).then_with(|| other.name.cmp(&self.name)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.cmp(other)
    }
}

/// Keeps the open candidates of a search.
#[derive(Default)]
pub struct Frontier {
    heap: BinaryHeap<Candidate>,
}

impl Frontier {
    pub fn add(&mut self, cost: u32, name: &str) {
        self.heap.push(Candidate { cost, name: name.to_string() });
    }

    pub fn next(&mut self) -> Option<Candidate> {
        self.heap.pop()
    }
}
==== fixed
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A candidate with a cost; the heap must give the cheapest first, and of
/// equally cheap ones the one whose name comes first.
#[derive(Debug, PartialEq, Eq)]
pub struct Candidate {
    pub cost: u32,
    pub name: String,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        other.cost.cmp(&self.cost).then_with(|| other.name.cmp(&self.name))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Keeps the open candidates of a search.
#[derive(Default)]
pub struct Frontier {
    heap: BinaryHeap<Candidate>,
}

impl Frontier {
    pub fn add(&mut self, cost: u32, name: &str) {
        self.heap.push(Candidate { cost, name: name.to_string() });
    }

    pub fn next(&mut self) -> Option<Candidate> {
        self.heap.pop()
    }
}
==== tests
#[test]
fn cheapest_first() {
    let mut frontier = Frontier::default();
    for (cost, name) in [(5, "e"), (1, "b"), (9, "z"), (1, "a")] {
        frontier.add(cost, name);
    }
    let mut names = Vec::new();
    while let Some(candidate) = frontier.next() {
        names.push(candidate.name);
    }
    assert_eq!(names, vec!["a", "b", "e", "z"]);
}

#[test]
fn comparisons_agree() {
    let cheap = Candidate { cost: 1, name: "x".to_string() };
    let dear = Candidate { cost: 2, name: "a".to_string() };
    assert!(cheap > dear);
    assert_eq!(cheap.partial_cmp(&dear), Some(Ordering::Greater));
}
