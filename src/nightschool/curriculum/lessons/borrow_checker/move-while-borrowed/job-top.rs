---
code: E0505
---
use std::collections::BinaryHeap;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Job {
    pub priority: u8,
    pub name: String,
}

#[derive(Debug, PartialEq)]
pub struct Report {
    pub first: String,
    pub order: Vec<String>,
}

fn drain(heap: BinaryHeap<Job>) -> Vec<String> {
    heap.into_sorted_vec()
        .into_iter()
        .rev()
        .map(|job| job.name)
        .collect()
}

/// Plans the queue. `first` is the most urgent job with its priority, such as
/// `backup (9)`, or `idle` if there is none; `order` lists all jobs, most
/// urgent first.
pub fn plan(heap: BinaryHeap<Job>) -> Report {
    let top = heap.peek();
    let order = drain(heap);
    let first = match top {
        Some(job) => format!("{} ({})", job.name, job.priority),
        None => "idle".to_string(),
    };
    Report { first, order }
}
==== fixed
use std::collections::BinaryHeap;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Job {
    pub priority: u8,
    pub name: String,
}

#[derive(Debug, PartialEq)]
pub struct Report {
    pub first: String,
    pub order: Vec<String>,
}

fn drain(heap: BinaryHeap<Job>) -> Vec<String> {
    heap.into_sorted_vec()
        .into_iter()
        .rev()
        .map(|job| job.name)
        .collect()
}

/// Plans the queue. `first` is the most urgent job with its priority, such as
/// `backup (9)`, or `idle` if there is none; `order` lists all jobs, most
/// urgent first.
pub fn plan(heap: BinaryHeap<Job>) -> Report {
    let first = match heap.peek() {
        Some(job) => format!("{} ({})", job.name, job.priority),
        None => "idle".to_string(),
    };
    let order = drain(heap);
    Report { first, order }
}
==== tests
fn job(name: &str, priority: u8) -> Job {
    Job { priority, name: name.to_string() }
}

#[test]
fn most_urgent_first() {
    let heap: BinaryHeap<Job> = vec![job("mail", 3), job("backup", 9), job("index", 5)].into();
    assert_eq!(
        plan(heap),
        Report {
            first: "backup (9)".into(),
            order: vec!["backup".into(), "index".into(), "mail".into()]
        }
    );
}

#[test]
fn empty_is_idle() {
    assert_eq!(plan(BinaryHeap::new()), Report { first: "idle".into(), order: vec![] });
}
