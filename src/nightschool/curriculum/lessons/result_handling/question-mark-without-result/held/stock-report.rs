---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stock {
    pub portions: u32,
    pub least: u32,
}

/// The pantry of a restaurant.
#[derive(Default)]
pub struct Pantry {
    stock: BTreeMap<String, Stock>,
}

impl Pantry {
    pub fn put(&mut self, name: &str, portions: u32, least: u32) {
        self.stock.insert(name.to_string(), Stock { portions, least });
    }

    fn find(&self, name: &str) -> Result<&Stock, String> {
        self.stock.get(name).ok_or_else(|| format!("no {name} in the pantry"))
    }

    /// How many portions have to be bought so that a night with `guests` portions
    /// leaves the least amount. Something we have never stocked is bought for the guests alone.
    pub fn to_buy(&self, name: &str, guests: u32) -> u32 {
        let stock = self.find(name)?;
        (guests + stock.least).saturating_sub(stock.portions)
    }

    pub fn use_up(&mut self, name: &str, portions: u32) -> Result<u32, String> {
        let left = self.find(name)?.portions.checked_sub(portions);
        let left = left.ok_or_else(|| format!("not enough {name}"))?;
        if let Some(stock) = self.stock.get_mut(name) {
            stock.portions = left;
        }
        Ok(left)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stock {
    pub portions: u32,
    pub least: u32,
}

/// The pantry of a restaurant.
#[derive(Default)]
pub struct Pantry {
    stock: BTreeMap<String, Stock>,
}

impl Pantry {
    pub fn put(&mut self, name: &str, portions: u32, least: u32) {
        self.stock.insert(name.to_string(), Stock { portions, least });
    }

    fn find(&self, name: &str) -> Result<&Stock, String> {
        self.stock.get(name).ok_or_else(|| format!("no {name} in the pantry"))
    }

    /// How many portions have to be bought so that a night with `guests` portions
    /// leaves the least amount. Something we have never stocked is bought for the guests alone.
    pub fn to_buy(&self, name: &str, guests: u32) -> u32 {
        let Ok(stock) = self.find(name) else {
            return guests;
        };
        (guests + stock.least).saturating_sub(stock.portions)
    }

    pub fn use_up(&mut self, name: &str, portions: u32) -> Result<u32, String> {
        let left = self.find(name)?.portions.checked_sub(portions);
        let left = left.ok_or_else(|| format!("not enough {name}"))?;
        if let Some(stock) = self.stock.get_mut(name) {
            stock.portions = left;
        }
        Ok(left)
    }
}
==== tests
fn pantry() -> Pantry {
    let mut p = Pantry::default();
    p.put("rice", 20, 5);
    p
}
#[test]
fn buys_what_lacks() {
    assert_eq!(pantry().to_buy("rice", 30), 15);
    assert_eq!(pantry().to_buy("rice", 10), 0);
    assert_eq!(pantry().to_buy("cod", 12), 12);
}
#[test]
fn uses_up() {
    let mut p = pantry();
    assert_eq!(p.use_up("rice", 8), Ok(12));
    assert_eq!(p.to_buy("rice", 30), 23);
    assert_eq!(p.use_up("rice", 13), Err("not enough rice".to_string()));
    assert_eq!(p.use_up("cod", 1), Err("no cod in the pantry".to_string()));
}
