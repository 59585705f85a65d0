---
code: E0277
---
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

/// One unit of work: the numbers to add up.
pub struct Job {
    pub id: usize,
    pub numbers: Vec<i64>,
}

/// Runs every job on a thread of its own and returns `(id, sum)` sorted by id.
pub fn run_all(jobs: Vec<Job>) -> Vec<(usize, i64)> {
    let results = Rc::new(RefCell::new(Vec::new()));
    let mut workers = Vec::new();
    for job in jobs {
        let results = Rc::clone(&results);
        workers.push(thread::spawn(move || {
            let sum = job.numbers.iter().sum();
            results.borrow_mut().push((job.id, sum));
        }));
    }
    for worker in workers {
        worker.join().expect("worker panicked");
    }
    let mut sums = results.take();
    sums.sort();
    sums
}

pub fn grand_total(sums: &[(usize, i64)]) -> i64 {
    sums.iter().map(|(_, sum)| sum).sum()
}
==== fixed
use std::sync::{Arc, Mutex};
use std::thread;

/// One unit of work: the numbers to add up.
pub struct Job {
    pub id: usize,
    pub numbers: Vec<i64>,
}

/// Runs every job on a thread of its own and returns `(id, sum)` sorted by id.
pub fn run_all(jobs: Vec<Job>) -> Vec<(usize, i64)> {
    let results = Arc::new(Mutex::new(Vec::new()));
    let mut workers = Vec::new();
    for job in jobs {
        let results = Arc::clone(&results);
        workers.push(thread::spawn(move || {
            let sum = job.numbers.iter().sum();
            results.lock().unwrap().push((job.id, sum));
        }));
    }
    for worker in workers {
        worker.join().expect("worker panicked");
    }
    let mut sums = std::mem::take(&mut *results.lock().unwrap());
    sums.sort();
    sums
}

pub fn grand_total(sums: &[(usize, i64)]) -> i64 {
    sums.iter().map(|(_, sum)| sum).sum()
}
==== tests
#[test]
fn sums_all_jobs() {
    let jobs = (0..6).map(|id| Job { id, numbers: vec![id as i64, 10] }).collect();
    let sums = run_all(jobs);
    assert_eq!(sums, vec![(0, 10), (1, 11), (2, 12), (3, 13), (4, 14), (5, 15)]);
    assert_eq!(grand_total(&sums), 75);
}

#[test]
fn no_jobs() {
    assert!(run_all(Vec::new()).is_empty());
}
