---
code: E0599
---
//! Warehouse bins and what lies in them.

use std::collections::HashMap;

#[derive(Debug, Default)]
pub struct Bin {
    pallets: u32,
    loose: u32,
}

impl Bin {
    pub fn new(pallets: u32, loose: u32) -> Self {
        Bin { pallets, loose }
    }

    /// Pieces in this bin; a pallet holds forty.
    pub fn pieces(&self) -> u32 {
        self.pallets * 40 + self.loose
    }
}

#[derive(Default)]
pub struct Warehouse {
    bins: HashMap<String, Bin>,
}

impl Warehouse {
    pub fn place(&mut self, label: &str, bin: Bin) {
        self.bins.insert(label.to_string(), bin);
    }

    /// How many pieces an order can draw from the bins it names.
    /// A label that was never placed has nothing to give.
    pub fn available(&self, labels: &[&str]) -> u32 {
        let mut sum = 0;
        for label in labels {
            sum += self.bins.get(*label).pieces();
        }
        sum
    }
}
==== fixed
//! Warehouse bins and what lies in them.

use std::collections::HashMap;

#[derive(Debug, Default)]
pub struct Bin {
    pallets: u32,
    loose: u32,
}

impl Bin {
    pub fn new(pallets: u32, loose: u32) -> Self {
        Bin { pallets, loose }
    }

    /// Pieces in this bin; a pallet holds forty.
    pub fn pieces(&self) -> u32 {
        self.pallets * 40 + self.loose
    }
}

#[derive(Default)]
pub struct Warehouse {
    bins: HashMap<String, Bin>,
}

impl Warehouse {
    pub fn place(&mut self, label: &str, bin: Bin) {
        self.bins.insert(label.to_string(), bin);
    }

    /// How many pieces an order can draw from the bins it names.
    /// A label that was never placed has nothing to give.
    pub fn available(&self, labels: &[&str]) -> u32 {
        let mut sum = 0;
        for label in labels {
            sum += self.bins.get(*label).map_or(0, Bin::pieces);
        }
        sum
    }
}
==== tests
fn warehouse() -> Warehouse {
    let mut warehouse = Warehouse::default();
    warehouse.place("A1", Bin::new(2, 5));
    warehouse.place("B7", Bin::new(0, 9));
    warehouse
}

#[test]
fn adds_the_named_bins() {
    assert_eq!(warehouse().available(&["A1", "B7"]), 94);
    assert_eq!(warehouse().available(&[]), 0);
}

#[test]
fn unknown_labels_give_nothing() {
    assert_eq!(warehouse().available(&["Z9"]), 0);
    assert_eq!(warehouse().available(&["Z9", "B7", "Q2"]), 9);
}
