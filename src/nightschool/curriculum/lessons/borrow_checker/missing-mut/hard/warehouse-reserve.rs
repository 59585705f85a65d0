---
code: E0596
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stock {
    pub on_hand: u32,
    pub reservations: Vec<(String, u32)>,
}

impl Stock {
    pub fn free(&self) -> u32 {
        let reserved: u32 = self.reservations.iter().map(|(_, n)| n).sum();
        self.on_hand - reserved
    }
}

#[derive(Default)]
pub struct Warehouse {
    stock: BTreeMap<String, Stock>,
}

impl Warehouse {
    pub fn receive(&mut self, sku: &str, count: u32) {
        self.stock.entry(sku.to_string()).or_default().on_hand += count;
    }

    /// Reserves for an order, if enough is free. An unknown article is not
    /// taken up into the stock list by asking for it.
    pub fn reserve(&mut self, sku: &str, order: &str, count: u32) -> Result<u32, String> {
        let Some(stock) = self.stock.get(sku) else {
            return Err(format!("no article {sku}"));
        };
        if stock.free() < count {
            return Err(format!("only {} of {sku} left", stock.free()));
        }
        stock.reservations.push((order.to_string(), count));
        Ok(stock.free())
    }

    pub fn articles(&self) -> Vec<&str> {
        self.stock.keys().map(String::as_str).collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stock {
    pub on_hand: u32,
    pub reservations: Vec<(String, u32)>,
}

impl Stock {
    pub fn free(&self) -> u32 {
        let reserved: u32 = self.reservations.iter().map(|(_, n)| n).sum();
        self.on_hand - reserved
    }
}

#[derive(Default)]
pub struct Warehouse {
    stock: BTreeMap<String, Stock>,
}

impl Warehouse {
    pub fn receive(&mut self, sku: &str, count: u32) {
        self.stock.entry(sku.to_string()).or_default().on_hand += count;
    }

    /// Reserves for an order, if enough is free. An unknown article is not
    /// taken up into the stock list by asking for it.
    pub fn reserve(&mut self, sku: &str, order: &str, count: u32) -> Result<u32, String> {
        let Some(stock) = self.stock.get_mut(sku) else {
            return Err(format!("no article {sku}"));
        };
        if stock.free() < count {
            return Err(format!("only {} of {sku} left", stock.free()));
        }
        stock.reservations.push((order.to_string(), count));
        Ok(stock.free())
    }

    pub fn articles(&self) -> Vec<&str> {
        self.stock.keys().map(String::as_str).collect()
    }
}
==== tests
fn warehouse() -> Warehouse {
    let mut house = Warehouse::default();
    house.receive("bolt", 10);
    house
}

#[test]
fn reservations_count() {
    let mut house = warehouse();
    assert_eq!(house.reserve("bolt", "o1", 6), Ok(4));
    assert_eq!(house.reserve("bolt", "o2", 6), Err("only 4 of bolt left".to_string()));
    assert_eq!(house.reserve("bolt", "o3", 4), Ok(0));
    house.receive("bolt", 2);
    assert_eq!(house.reserve("bolt", "o4", 1), Ok(1));
}

#[test]
fn unknown_article() {
    let mut house = warehouse();
    assert_eq!(house.reserve("nut", "o1", 1), Err("no article nut".to_string()));
    assert_eq!(house.articles(), ["bolt"]);
}
