---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum Era {
    Bronze,
    Iron,
    Century(u8),
}

/// An inventory number, printed as `year/serial` with a serial of four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InventoryNo {
    pub year: u16,
    pub serial: u16,
}

impl fmt::Display for Era {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Era::Bronze => write!(f, "Bronze Age"),
            Era::Iron => write!(f, "Iron Age"),
            Era::Century(n) => write!(f, "{n}. century"),
        }
    }
}

pub struct Exhibit {
    pub number: InventoryNo,
    pub name: String,
    pub era: Era,
}

/// The text of the tag: `1987/0042 Brooch (Iron Age)`.
pub fn tag(exhibit: &Exhibit) -> String {
    format!("{} {} ({})", exhibit.number, exhibit.name, exhibit.era)
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum Era {
    Bronze,
    Iron,
    Century(u8),
}

/// An inventory number, printed as `year/serial` with a serial of four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InventoryNo {
    pub year: u16,
    pub serial: u16,
}

impl fmt::Display for Era {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Era::Bronze => write!(f, "Bronze Age"),
            Era::Iron => write!(f, "Iron Age"),
            Era::Century(n) => write!(f, "{n}. century"),
        }
    }
}

impl fmt::Display for InventoryNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:04}", self.year, self.serial)
    }
}

pub struct Exhibit {
    pub number: InventoryNo,
    pub name: String,
    pub era: Era,
}

/// The text of the tag: `1987/0042 Brooch (Iron Age)`.
pub fn tag(exhibit: &Exhibit) -> String {
    format!("{} {} ({})", exhibit.number, exhibit.name, exhibit.era)
}
==== tests
#[test]
fn tag_text() {
    let e = Exhibit { number: InventoryNo { year: 1987, serial: 42 }, name: "Brooch".into(), era: Era::Iron };
    assert_eq!(tag(&e), "1987/0042 Brooch (Iron Age)");
}
#[test]
fn long_serial() {
    let e = Exhibit { number: InventoryNo { year: 2001, serial: 12345 }, name: "Coin".into(), era: Era::Century(14) };
    assert_eq!(tag(&e), "2001/12345 Coin (14. century)");
}
