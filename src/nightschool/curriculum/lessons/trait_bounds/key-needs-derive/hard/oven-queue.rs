---
code: E0277
---
//! The order in which trays go into a bakery's oven.

use std::collections::BinaryHeap;

/// A tray waits for the oven; it must be in by `due` (minutes of the day).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tray {
    pub due: u32,
    pub pastry: String,
}

impl Tray {
    pub fn new(pastry: &str, due: u32) -> Self {
        Tray { due, pastry: pastry.to_string() }
    }
}

/// The pastries in baking order: always the tray that is due first, and of
/// trays due in the same minute the one that comes first in the alphabet.
/// Stops at the first tray that could not be in by the time it is due.
pub fn bake(trays: Vec<Tray>, open: u32, minutes_each: u32) -> Vec<String> {
    let mut queue: BinaryHeap<_> = trays.into_iter().collect();
    let mut clock = open;
    let mut baked = Vec::new();
    while let Some(tray) = queue.pop() {
        if clock > tray.due {
            break;
        }
        baked.push(tray.pastry);
        clock += minutes_each;
    }
    baked
}
==== fixed
//! The order in which trays go into a bakery's oven.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A tray waits for the oven; it must be in by `due` (minutes of the day).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tray {
    pub due: u32,
    pub pastry: String,
}

impl Tray {
    pub fn new(pastry: &str, due: u32) -> Self {
        Tray { due, pastry: pastry.to_string() }
    }
}

/// The pastries in baking order: always the tray that is due first, and of
/// trays due in the same minute the one that comes first in the alphabet.
/// Stops at the first tray that could not be in by the time it is due.
pub fn bake(trays: Vec<Tray>, open: u32, minutes_each: u32) -> Vec<String> {
    let mut queue: BinaryHeap<_> = trays.into_iter().map(Reverse).collect();
    let mut clock = open;
    let mut baked = Vec::new();
    while let Some(Reverse(tray)) = queue.pop() {
        if clock > tray.due {
            break;
        }
        baked.push(tray.pastry);
        clock += minutes_each;
    }
    baked
}
==== tests
#[test]
fn what_is_due_first_bakes_first() {
    let trays = vec![Tray::new("pie", 400), Tray::new("bun", 360), Tray::new("tart", 380)];
    assert_eq!(bake(trays, 340, 15), ["bun", "tart", "pie"]);
}

#[test]
fn the_alphabet_decides_in_the_same_minute() {
    let trays = vec![Tray::new("scone", 360), Tray::new("bagel", 360), Tray::new("muffin", 360)];
    assert_eq!(bake(trays, 300, 10), ["bagel", "muffin", "scone"]);
}

#[test]
fn stops_when_a_tray_comes_too_late() {
    let trays = vec![Tray::new("pie", 400), Tray::new("bun", 360), Tray::new("roll", 365)];
    assert_eq!(bake(trays, 350, 20), ["bun"]);
}
