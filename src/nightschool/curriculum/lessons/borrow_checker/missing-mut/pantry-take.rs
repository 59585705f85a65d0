---
code: E0596
---
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Pantry {
    stock: BTreeMap<String, u32>,
}

impl Pantry {
    pub fn add(&mut self, item: &str, grams: u32) {
        *self.stock.entry(item.to_string()).or_default() += grams;
    }

    pub fn grams(&self, item: &str) -> u32 {
        self.stock.get(item).copied().unwrap_or(0)
    }

    /// Takes up to `wanted` grams out of the stock and says how much it was.
    /// An item that is used up leaves the pantry.
    pub fn take(&self, item: &str, wanted: u32) -> u32 {
        let have = self.grams(item);
        let taken = wanted.min(have);
        if taken == have {
            self.stock.remove(item);
        } else {
            self.stock.insert(item.to_string(), have - taken);
        }
        taken
    }

    pub fn items(&self) -> Vec<&str> {
        self.stock.keys().map(String::as_str).collect()
    }
}

/// Cooks from the pantry; the result says what is missing, in grams.
pub fn cook(pantry: &Pantry, recipe: &[(&str, u32)]) -> u32 {
    recipe
        .iter()
        .map(|(item, grams)| grams - pantry.take(item, *grams))
        .sum()
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Pantry {
    stock: BTreeMap<String, u32>,
}

impl Pantry {
    pub fn add(&mut self, item: &str, grams: u32) {
        *self.stock.entry(item.to_string()).or_default() += grams;
    }

    pub fn grams(&self, item: &str) -> u32 {
        self.stock.get(item).copied().unwrap_or(0)
    }

    /// Takes up to `wanted` grams out of the stock and says how much it was.
    /// An item that is used up leaves the pantry.
    pub fn take(&mut self, item: &str, wanted: u32) -> u32 {
        let have = self.grams(item);
        let taken = wanted.min(have);
        if taken == have {
            self.stock.remove(item);
        } else {
            self.stock.insert(item.to_string(), have - taken);
        }
        taken
    }

    pub fn items(&self) -> Vec<&str> {
        self.stock.keys().map(String::as_str).collect()
    }
}

/// Cooks from the pantry; the result says what is missing, in grams.
pub fn cook(pantry: &mut Pantry, recipe: &[(&str, u32)]) -> u32 {
    recipe
        .iter()
        .map(|(item, grams)| grams - pantry.take(item, *grams))
        .sum()
}
==== tests
#[test]
fn take_reduces_the_stock() {
    let mut p = Pantry::default();
    p.add("rice", 300);
    assert_eq!(p.take("rice", 120), 120);
    assert_eq!(p.grams("rice"), 180);
    assert_eq!(p.take("rice", 500), 180);
    assert!(p.items().is_empty());
}

#[test]
fn cook_uses_the_pantry_itself() {
    let mut p = Pantry::default();
    p.add("oil", 20);
    p.add("salt", 50);
    assert_eq!(cook(&mut p, &[("oil", 30), ("salt", 10), ("rice", 5)]), 15);
    assert_eq!(p.items(), vec!["salt"]);
    assert_eq!(p.grams("salt"), 40);
}
