---
code: E0277
---
use std::fmt::{self, Display};

/// Anything that the inventory screen can show on one line.
pub fn line<T: Display>(label: &str, value: &T) -> String {
    format!("{label:.<10}{value}")
}

#[derive(Debug, Clone, Copy)]
pub struct Weight(pub u32);

impl Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.{} kg", self.0 / 10, self.0 % 10)
    }
}

/// Ten copper make a silver, ten silver a gold piece. The screen shows a
/// purse as `2g 0s 7c`, all three kinds always.
#[derive(Debug, Clone, Copy)]
pub struct Purse {
    pub copper: u32,
}

pub fn screen(purse: Purse, load: Weight) -> String {
    [line("Purse", &purse), line("Load", &load)].join("\n")
}
==== fixed
use std::fmt::{self, Display};

/// Anything that the inventory screen can show on one line.
pub fn line<T: Display>(label: &str, value: &T) -> String {
    format!("{label:.<10}{value}")
}

#[derive(Debug, Clone, Copy)]
pub struct Weight(pub u32);

impl Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.{} kg", self.0 / 10, self.0 % 10)
    }
}

/// Ten copper make a silver, ten silver a gold piece. The screen shows a
/// purse as `2g 0s 7c`, all three kinds always.
#[derive(Debug, Clone, Copy)]
pub struct Purse {
    pub copper: u32,
}

impl Display for Purse {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (gold, silver, copper) = (self.copper / 100, self.copper / 10 % 10, self.copper % 10);
        write!(f, "{gold}g {silver}s {copper}c")
    }
}

pub fn screen(purse: Purse, load: Weight) -> String {
    [line("Purse", &purse), line("Load", &load)].join("\n")
}
==== tests
#[test]
fn both_lines() {
    assert_eq!(screen(Purse { copper: 207 }, Weight(125)), "Purse.....2g 0s 7c\nLoad......12.5 kg");
}
#[test]
fn poor_and_rich() {
    assert_eq!(line("P", &Purse { copper: 0 }), "P.........0g 0s 0c");
    assert_eq!(line("P", &Purse { copper: 1234 }), "P.........12g 3s 4c");
}
