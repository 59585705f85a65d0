---
code: E0277
---
use std::collections::BTreeMap;
use std::num::ParseIntError;

#[derive(Debug, Default)]
pub struct Kitchen {
    stock: BTreeMap<String, u32>,
    low: Vec<String>,
}

impl Kitchen {
    pub fn amount(&self, item: &str) -> u32 {
        self.stock.get(item).copied().unwrap_or(0)
    }

    pub fn low(&self) -> &[String] {
        &self.low
    }

    fn set(&mut self, item: &str, amount: &str) -> Result<(), ParseIntError> {
        let amount = amount.trim().parse()?;
        self.stock.insert(item.trim().to_string(), amount);
        Ok(())
    }

    /// Reads `item = amount` lines and stops with the parse error at the first
    /// bad amount. Lines without `=` are remarks.
    pub fn load(&mut self, text: &str) {
        for line in text.lines() {
            let Some((item, amount)) = line.split_once('=') else {
                continue;
            };
            self.set(item, amount)?;
        }
        self.low = self
            .stock
            .iter()
            .filter(|(_, amount)| **amount < 10)
            .map(|(item, _)| item.clone())
            .collect();
    }
}
==== fixed
use std::collections::BTreeMap;
use std::num::ParseIntError;

#[derive(Debug, Default)]
pub struct Kitchen {
    stock: BTreeMap<String, u32>,
    low: Vec<String>,
}

impl Kitchen {
    pub fn amount(&self, item: &str) -> u32 {
        self.stock.get(item).copied().unwrap_or(0)
    }

    pub fn low(&self) -> &[String] {
        &self.low
    }

    fn set(&mut self, item: &str, amount: &str) -> Result<(), ParseIntError> {
        let amount = amount.trim().parse()?;
        self.stock.insert(item.trim().to_string(), amount);
        Ok(())
    }

    /// Reads `item = amount` lines and stops with the parse error at the first
    /// bad amount. Lines without `=` are remarks.
    pub fn load(&mut self, text: &str) -> Result<(), ParseIntError> {
        for line in text.lines() {
            let Some((item, amount)) = line.split_once('=') else {
                continue;
            };
            self.set(item, amount)?;
        }
        self.low = self
            .stock
            .iter()
            .filter(|(_, amount)| **amount < 10)
            .map(|(item, _)| item.clone())
            .collect();
        Ok(())
    }
}
==== tests
#[test]
fn loads_amounts_and_finds_low_ones() {
    let mut k = Kitchen::default();
    assert!(k.load("eggs = 6\n# fresh\nflour = 900\nbutter=2").is_ok());
    assert_eq!(k.amount("flour"), 900);
    assert_eq!(k.amount("milk"), 0);
    assert_eq!(k.low(), ["butter", "eggs"]);
}

#[test]
fn bad_amount_stops_with_error() {
    let mut k = Kitchen::default();
    assert!(k.load("eggs = 6\nsalt = some\nrice = 5").is_err());
    assert_eq!(k.amount("eggs"), 6);
    assert_eq!(k.amount("rice"), 0);
}
