---
code: E0277
---
//! Counts the ballots of several polling stations at once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

/// One tally that all stations write to.
#[derive(Clone, Default)]
pub struct Tally {
    votes: Arc<RefCell<BTreeMap<String, u32>>>,
}

impl Tally {
    pub fn add(&self, name: &str) {
        *self.votes.borrow_mut().entry(name.to_string()).or_insert(0) += 1;
    }

    pub fn of(&self, name: &str) -> u32 {
        self.votes.borrow().get(name).copied().unwrap_or(0)
    }

    pub fn total(&self) -> u32 {
        self.votes.borrow().values().sum()
    }

    /// Everybody with more than half of all votes: at most one name.
    pub fn winner(&self) -> Option<String> {
        let votes = self.votes.borrow();
        let half = self.total() / 2;
        votes.iter().find(|entry| *entry.1 > half).map(|entry| entry.0.clone())
    }
}

/// Adds the ballots of all stations to the tally and says how many were void.
pub fn count(tally: &Tally, stations: Vec<Vec<&'static str>>) -> usize {
    let mut counters = Vec::new();
    for ballots in stations {
        let tally = tally.clone();
        counters.push(thread::spawn(move || {
            let (void, valid): (Vec<&str>, Vec<&str>) =
                ballots.into_iter().partition(|name| name.trim().is_empty());
            for name in valid {
                tally.add(name);
            }
            void.len()
        }));
    }
    counters.into_iter().map(|counter| counter.join().unwrap()).sum()
}
==== fixed
//! Counts the ballots of several polling stations at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

/// One tally that all stations write to.
#[derive(Clone, Default)]
pub struct Tally {
    votes: Arc<Mutex<BTreeMap<String, u32>>>,
}

impl Tally {
    pub fn add(&self, name: &str) {
        *self.votes.lock().unwrap().entry(name.to_string()).or_insert(0) += 1;
    }

    pub fn of(&self, name: &str) -> u32 {
        self.votes.lock().unwrap().get(name).copied().unwrap_or(0)
    }

    pub fn total(&self) -> u32 {
        self.votes.lock().unwrap().values().sum()
    }

    /// Everybody with more than half of all votes: at most one name.
    pub fn winner(&self) -> Option<String> {
        let half = self.total() / 2;
        let votes = self.votes.lock().unwrap();
        votes.iter().find(|entry| *entry.1 > half).map(|entry| entry.0.clone())
    }
}

/// Adds the ballots of all stations to the tally and says how many were void.
pub fn count(tally: &Tally, stations: Vec<Vec<&'static str>>) -> usize {
    let mut counters = Vec::new();
    for ballots in stations {
        let tally = tally.clone();
        counters.push(thread::spawn(move || {
            let (void, valid): (Vec<&str>, Vec<&str>) =
                ballots.into_iter().partition(|name| name.trim().is_empty());
            for name in valid {
                tally.add(name);
            }
            void.len()
        }));
    }
    counters.into_iter().map(|counter| counter.join().unwrap()).sum()
}
==== tests
#[test]
fn all_stations_reach_the_same_tally() {
    let tally = Tally::default();
    let void = count(&tally, vec![vec!["ann", "bo", ""], vec!["ann"], vec![" ", "bo", "ann"]]);
    assert_eq!(void, 2);
    assert_eq!((tally.of("ann"), tally.of("bo"), tally.of("cy")), (3, 2, 0));
    assert_eq!(tally.winner().as_deref(), Some("ann"));
}

#[test]
fn a_second_count_adds_up() {
    let tally = Tally::default();
    tally.add("cy");
    assert_eq!(count(&tally, vec![vec!["cy"; 40], vec!["cy"; 60]]), 0);
    assert_eq!(tally.total(), 101);
    tally.add("ann");
    assert_eq!(tally.winner().as_deref(), Some("cy"));
}
