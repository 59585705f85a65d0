---
code: E0277
---
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

/// Requests that may still be made, shared by all workers.
#[derive(Debug)]
struct Budget {
    left: u32,
    refused: u32,
}

impl Budget {
    fn spend(&mut self, cost: u32) -> bool {
        let allowed = cost <= self.left;
        if allowed {
            self.left -= cost;
        } else {
            self.refused += 1;
        }
        allowed
    }
}

/// What is left of the budget, and how many requests were refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    pub allowed: Vec<u32>,
    pub left: u32,
    pub refused: u32,
}

/// Lets every worker make its requests, each of the worker's cost, in a thread
/// of its own. `allowed` counts per worker, in the order of `workers`, given as
/// pairs of requests and cost.
pub fn run(limit: u32, workers: &[(u32, u32)]) -> Outcome {
    let budget = Arc::new(RefCell::new(Budget { left: limit, refused: 0 }));
    let mut handles = Vec::new();
    for &(requests, cost) in workers {
        let budget = Arc::clone(&budget);
        handles.push(thread::spawn(move || {
            let spent = (0..requests).filter(|_| budget.borrow_mut().spend(cost)).count();
            spent as u32
        }));
    }
    let allowed = handles.into_iter().map(|handle| handle.join().unwrap()).collect();
    let budget = budget.borrow();
    Outcome { allowed, left: budget.left, refused: budget.refused }
}
==== fixed
use std::sync::{Arc, Mutex};
use std::thread;

/// Requests that may still be made, shared by all workers.
#[derive(Debug)]
struct Budget {
    left: u32,
    refused: u32,
}

impl Budget {
    fn spend(&mut self, cost: u32) -> bool {
        let allowed = cost <= self.left;
        if allowed {
            self.left -= cost;
        } else {
            self.refused += 1;
        }
        allowed
    }
}

/// What is left of the budget, and how many requests were refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    pub allowed: Vec<u32>,
    pub left: u32,
    pub refused: u32,
}

/// Lets every worker make its requests, each of the worker's cost, in a thread
/// of its own. `allowed` counts per worker, in the order of `workers`, given as
/// pairs of requests and cost.
pub fn run(limit: u32, workers: &[(u32, u32)]) -> Outcome {
    let budget = Arc::new(Mutex::new(Budget { left: limit, refused: 0 }));
    let mut handles = Vec::new();
    for &(requests, cost) in workers {
        let budget = Arc::clone(&budget);
        handles.push(thread::spawn(move || {
            let spent = (0..requests).filter(|_| budget.lock().unwrap().spend(cost)).count();
            spent as u32
        }));
    }
    let allowed = handles.into_iter().map(|handle| handle.join().unwrap()).collect();
    let budget = budget.lock().unwrap();
    Outcome { allowed, left: budget.left, refused: budget.refused }
}
==== tests
#[test]
fn one_worker_runs_into_the_limit() {
    let outcome = run(10, &[(5, 3)]);
    assert_eq!(outcome, Outcome { allowed: vec![3], left: 1, refused: 2 });
}

#[test]
fn workers_share_one_budget() {
    let outcome = run(100, &[(30, 2), (70, 2), (50, 2)]);
    assert_eq!(outcome.allowed.iter().sum::<u32>(), 50);
    assert_eq!((outcome.left, outcome.refused), (0, 100));
}

#[test]
fn enough_for_all_keeps_the_order() {
    let outcome = run(100, &[(1, 10), (4, 5)]);
    assert_eq!(outcome, Outcome { allowed: vec![1, 4], left: 70, refused: 0 });
}
