---
code: E0596
---
use std::collections::VecDeque;

/// A queue of closures that all add to one report.
pub struct Plan<'a> {
    steps: VecDeque<Box<dyn FnMut(u32) -> bool + 'a>>,
}

impl<'a> Plan<'a> {
    pub fn new() -> Self {
        Plan { steps: VecDeque::new() }
    }

    pub fn then(mut self, step: impl FnMut(u32) -> bool + 'a) -> Self {
        self.steps.push_back(Box::new(step));
        self
    }

    /// Runs the steps with rising day numbers. A step that answers `false`
    /// is tried again on the next day; no step is tried after `limit` days.
    /// Returns the day after the last try.
    pub fn run(self, limit: u32) -> u32 {
        let mut day = 0;
        while let Some(step) = self.steps.pop_front() {
            if day == limit {
                break;
            }
            if !step(day) {
                self.steps.push_front(step);
            }
            day += 1;
        }
        day
    }
}
==== fixed
use std::collections::VecDeque;

/// A queue of closures that all add to one report.
pub struct Plan<'a> {
    steps: VecDeque<Box<dyn FnMut(u32) -> bool + 'a>>,
}

impl<'a> Plan<'a> {
    pub fn new() -> Self {
        Plan { steps: VecDeque::new() }
    }

    pub fn then(mut self, step: impl FnMut(u32) -> bool + 'a) -> Self {
        self.steps.push_back(Box::new(step));
        self
    }

    /// Runs the steps with rising day numbers. A step that answers `false`
    /// is tried again on the next day; no step is tried after `limit` days.
    /// Returns the day after the last try.
    pub fn run(mut self, limit: u32) -> u32 {
        let mut day = 0;
        while let Some(mut step) = self.steps.pop_front() {
            if day == limit {
                break;
            }
            if !step(day) {
                self.steps.push_front(step);
            }
            day += 1;
        }
        day
    }
}
==== tests
#[test]
fn retries_until_true() {
    let mut tries = Vec::new();
    let days = Plan::new()
        .then(|_| true)
        .then(|day| {
            tries.push(day);
            tries.len() == 3
        })
        .run(10);
    assert_eq!(days, 4);
    assert_eq!(tries, vec![1, 2, 3]);
}

#[test]
fn stops_at_the_limit() {
    let mut seen = 0;
    let days = Plan::new()
        .then(|_| {
            seen += 1;
            false
        })
        .then(|_| panic!("never reached"))
        .run(5);
    assert_eq!(days, 5);
    assert_eq!(seen, 5);
    assert_eq!(Plan::new().run(9), 0);
}
