---
code: E0308
---
//! Prices at a market stall, in cents.

use std::collections::HashMap;

#[derive(Default)]
pub struct Stall {
    regular: HashMap<String, u32>,
    specials: HashMap<(String, u8), u32>,
}

impl Stall {
    pub fn price_regularly(&mut self, item: &str, cents: u32) {
        self.regular.insert(item.to_string(), cents);
    }

    pub fn price_on(&mut self, item: &str, weekday: u8, cents: u32) {
        self.specials.insert((item.to_string(), weekday), cents);
    }

    /// The price of an item on a weekday: a special one goes before the regular one.
    /// Nothing if the stall does not sell the item.
    pub fn price(&self, item: &str, weekday: u8) -> Option<u32> {
        let cents = match self.specials.get(&(item.to_string(), weekday)) {
            Some(special) => *special,
            None => self.regular.get(item).copied(),
        };
        Some(if weekday == 6 { cents / 2 } else { cents })
    }

    /// What a basket costs, or nothing if an item in it is not sold here.
    pub fn basket(&self, items: &[&str], weekday: u8) -> Option<u32> {
        items.iter().map(|item| self.price(item, weekday)).sum()
    }
}
==== fixed
//! Prices at a market stall, in cents.

use std::collections::HashMap;

#[derive(Default)]
pub struct Stall {
    regular: HashMap<String, u32>,
    specials: HashMap<(String, u8), u32>,
}

impl Stall {
    pub fn price_regularly(&mut self, item: &str, cents: u32) {
        self.regular.insert(item.to_string(), cents);
    }

    pub fn price_on(&mut self, item: &str, weekday: u8, cents: u32) {
        self.specials.insert((item.to_string(), weekday), cents);
    }

    /// The price of an item on a weekday: a special one goes before the regular one.
    /// Nothing if the stall does not sell the item.
    pub fn price(&self, item: &str, weekday: u8) -> Option<u32> {
        let cents = match self.specials.get(&(item.to_string(), weekday)) {
            Some(special) => *special,
            None => self.regular.get(item).copied()?,
        };
        Some(if weekday == 6 { cents / 2 } else { cents })
    }

    /// What a basket costs, or nothing if an item in it is not sold here.
    pub fn basket(&self, items: &[&str], weekday: u8) -> Option<u32> {
        items.iter().map(|item| self.price(item, weekday)).sum()
    }
}
==== tests
fn stall() -> Stall {
    let mut stall = Stall::default();
    stall.price_regularly("pears", 300);
    stall.price_on("pears", 2, 240);
    stall.price_on("figs", 2, 500);
    stall
}

#[test]
fn specials_go_first() {
    assert_eq!(stall().price("pears", 2), Some(240));
    assert_eq!(stall().price("pears", 3), Some(300));
    assert_eq!(stall().price("pears", 6), Some(150));
}

#[test]
fn what_is_not_sold_has_no_price() {
    assert_eq!(stall().price("figs", 3), None);
    assert_eq!(stall().basket(&["pears", "figs"], 2), Some(740));
    assert_eq!(stall().basket(&["pears", "figs"], 4), None);
}
