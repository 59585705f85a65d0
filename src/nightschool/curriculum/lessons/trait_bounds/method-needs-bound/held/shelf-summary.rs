---
code: E0599
---
use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

/// Stock of a vending machine, by whatever names its slots.
pub struct Shelf<S> {
    stock: HashMap<S, u32>,
}

impl<S: Hash + Eq> Shelf<S> {
    pub fn new() -> Self {
        Shelf { stock: HashMap::new() }
    }

    pub fn refill(&mut self, slot: S, pieces: u32) {
        *self.stock.entry(slot).or_insert(0) += pieces;
    }

    pub fn take(&mut self, slot: &S) -> bool {
        match self.stock.get_mut(slot) {
            Some(n) if *n > 0 => {
                *n -= 1;
                true
            }
            _ => false,
        }
    }
}

impl<S> Shelf<S> {
    /// The slots that have run out, sorted by their printed names.
    pub fn empty_slots(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .stock
            .iter()
            .filter(|(_, n)| **n == 0)
            .map(|(slot, _)| slot.to_string())
            .collect();
        names.sort();
        names
    }
}

pub fn describe<S: Hash + Eq + Display>(shelf: &Shelf<S>) -> String {
    format!("empty: {}", shelf.empty_slots().join(", "))
}
==== fixed
use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

/// Stock of a vending machine, by whatever names its slots.
pub struct Shelf<S> {
    stock: HashMap<S, u32>,
}

impl<S: Hash + Eq> Shelf<S> {
    pub fn new() -> Self {
        Shelf { stock: HashMap::new() }
    }

    pub fn refill(&mut self, slot: S, pieces: u32) {
        *self.stock.entry(slot).or_insert(0) += pieces;
    }

    pub fn take(&mut self, slot: &S) -> bool {
        match self.stock.get_mut(slot) {
            Some(n) if *n > 0 => {
                *n -= 1;
                true
            }
            _ => false,
        }
    }
}

impl<S: Display> Shelf<S> {
    /// The slots that have run out, sorted by their printed names.
    pub fn empty_slots(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .stock
            .iter()
            .filter(|(_, n)| **n == 0)
            .map(|(slot, _)| slot.to_string())
            .collect();
        names.sort();
        names
    }
}

pub fn describe<S: Hash + Eq + Display>(shelf: &Shelf<S>) -> String {
    format!("empty: {}", shelf.empty_slots().join(", "))
}
==== tests
#[test]
fn numbers_as_slots() {
    let mut s = Shelf::new();
    s.refill(12u8, 1);
    s.refill(10, 1);
    s.refill(11, 2);
    assert!(s.take(&12) && s.take(&10) && s.take(&11) && !s.take(&12));
    assert_eq!(s.empty_slots(), ["10", "12"]);
    assert_eq!(describe(&s), "empty: 10, 12");
}

#[test]
fn unprintable_slots_still_work_for_the_rest() {
    #[derive(PartialEq, Eq, Hash)]
    struct Hidden(u8);
    let mut s = Shelf::new();
    s.refill(Hidden(1), 1);
    assert!(s.take(&Hidden(1)));
    assert!(!s.take(&Hidden(1)));
}
