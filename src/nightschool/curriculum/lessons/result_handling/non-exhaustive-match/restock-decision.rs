---
code: E0004
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum Action {
    Order(u32),
    Keep,
    /// Somebody must look at the shelf.
    Inspect,
}

pub struct Level {
    pub pieces: i32,
    pub minimum: i32,
}

#[derive(Default)]
pub struct Store {
    levels: BTreeMap<String, Level>,
}

impl Store {
    pub fn set(&mut self, sku: &str, pieces: i32, minimum: i32) {
        self.levels.insert(sku.to_string(), Level { pieces, minimum });
    }

    fn missing(&self, sku: &str) -> Option<i32> {
        let level = self.levels.get(sku)?;
        Some(level.minimum - level.pieces)
    }

    /// Orders what is missing to the minimum. A shelf that nobody has counted yet must be
    /// inspected; with enough pieces, everything is kept as it is.
    pub fn decide(&self, sku: &str) -> Action {
        match self.missing(sku) {
            Some(n) if n > 0 => Action::Order(n as u32),
            Some(_) => Action::Keep,
        }
    }

    pub fn to_inspect<'a>(&self, skus: &[&'a str]) -> Vec<&'a str> {
        skus.iter()
            .copied()
            .filter(|sku| self.decide(sku) == Action::Inspect)
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum Action {
    Order(u32),
    Keep,
    /// Somebody must look at the shelf.
    Inspect,
}

pub struct Level {
    pub pieces: i32,
    pub minimum: i32,
}

#[derive(Default)]
pub struct Store {
    levels: BTreeMap<String, Level>,
}

impl Store {
    pub fn set(&mut self, sku: &str, pieces: i32, minimum: i32) {
        self.levels.insert(sku.to_string(), Level { pieces, minimum });
    }

    fn missing(&self, sku: &str) -> Option<i32> {
        let level = self.levels.get(sku)?;
        Some(level.minimum - level.pieces)
    }

    /// Orders what is missing to the minimum. A shelf that nobody has counted yet must be
    /// inspected; with enough pieces, everything is kept as it is.
    pub fn decide(&self, sku: &str) -> Action {
        match self.missing(sku) {
            Some(n) if n > 0 => Action::Order(n as u32),
            Some(_) => Action::Keep,
            None => Action::Inspect,
        }
    }

    pub fn to_inspect<'a>(&self, skus: &[&'a str]) -> Vec<&'a str> {
        skus.iter()
            .copied()
            .filter(|sku| self.decide(sku) == Action::Inspect)
            .collect()
    }
}
==== tests
fn store() -> Store {
    let mut s = Store::default();
    s.set("glue", 3, 10);
    s.set("tape", 10, 10);
    s.set("wire", 12, 4);
    s
}

#[test]
fn counted_shelves() {
    let s = store();
    assert_eq!(s.decide("glue"), Action::Order(7));
    assert_eq!(s.decide("tape"), Action::Keep);
    assert_eq!(s.decide("wire"), Action::Keep);
}

#[test]
fn uncounted_shelves() {
    assert_eq!(store().decide("foil"), Action::Inspect);
    assert_eq!(store().to_inspect(&["foil", "glue", "cork"]), vec!["foil", "cork"]);
}
