---
code: E0599
---
use std::collections::{BTreeMap, VecDeque};

/// Items in buckets by due time; each bucket keeps the order of arrival.
#[derive(Default)]
pub struct Timers {
    buckets: BTreeMap<u64, VecDeque<String>>,
}

impl Timers {
    pub fn add(&mut self, due: u64, name: &str) {
        self.buckets.entry(due).or_default().push_back(name.to_string());
    }

    /// When the next item is due.
    pub fn next_due(&self) -> Option<u64> {
        self.buckets.keys().next().copied()
    }

    /// The next item without taking it out.
    pub fn peek(&self) -> Option<&str> {
        let bucket = self.buckets.values().next()?;
        bucket.front().as_str()
    }

    /// Takes out all items that are due at `now` or earlier, in the order of their times.
    pub fn expire(&mut self, now: u64) -> Vec<String> {
        let mut expired = Vec::new();
        while self.next_due().is_some_and(|due| due <= now) {
            if let Some((_, bucket)) = self.buckets.pop_first() {
                expired.extend(bucket);
            }
        }
        expired
    }
}
==== fixed
use std::collections::{BTreeMap, VecDeque};

/// Items in buckets by due time; each bucket keeps the order of arrival.
#[derive(Default)]
pub struct Timers {
    buckets: BTreeMap<u64, VecDeque<String>>,
}

impl Timers {
    pub fn add(&mut self, due: u64, name: &str) {
        self.buckets.entry(due).or_default().push_back(name.to_string());
    }

    /// When the next item is due.
    pub fn next_due(&self) -> Option<u64> {
        self.buckets.keys().next().copied()
    }

    /// The next item without taking it out.
    pub fn peek(&self) -> Option<&str> {
        let bucket = self.buckets.values().next()?;
        bucket.front().map(|name| name.as_str())
    }

    /// Takes out all items that are due at `now` or earlier, in the order of their times.
    pub fn expire(&mut self, now: u64) -> Vec<String> {
        let mut expired = Vec::new();
        while self.next_due().is_some_and(|due| due <= now) {
            if let Some((_, bucket)) = self.buckets.pop_first() {
                expired.extend(bucket);
            }
        }
        expired
    }
}
==== tests
fn sample() -> Timers {
    let mut timers = Timers::default();
    timers.add(20, "late");
    timers.add(10, "first");
    timers.add(10, "second");
    timers
}

#[test]
fn peeks_at_the_next_item() {
    let mut timers = sample();
    assert_eq!(timers.peek(), Some("first"));
    assert_eq!(timers.peek(), Some("first"));
    assert_eq!(timers.expire(15), vec!["first", "second"]);
    assert_eq!(timers.peek(), Some("late"));
    assert_eq!(timers.next_due(), Some(20));
}

#[test]
fn empty_timers() {
    let mut timers = sample();
    assert_eq!(timers.expire(20).len(), 3);
    assert_eq!(timers.peek(), None);
    assert!(timers.expire(99).is_empty());
}
