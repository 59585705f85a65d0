---
code: E0599
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    pub product: String,
    pub left: u32,
    pub cents: u32,
}

#[derive(Debug, Default)]
pub struct Machine {
    slots: BTreeMap<char, Slot>,
}

impl Machine {
    pub fn stock(&mut self, key: char, product: &str, left: u32, cents: u32) {
        self.slots.insert(key, Slot { product: product.to_string(), left, cents });
    }

    /// The cheapest product that is not sold out.
    pub fn cheapest(&self) -> Option<&Slot> {
        self.slots.values().filter(|slot| slot.left > 0).min_by_key(|slot| slot.cents)
    }

    /// What the display shows while nobody buys: the cheapest offer in lower
    /// case, or nothing at all when everything is sold out.
    pub fn teaser(&self) -> Option<String> {
        let name = self.cheapest().map(|slot| slot.product.as_str());
        let shown = name.trim().to_lowercase();
        Some(shown)
    }

    pub fn sell(&mut self, key: char) -> bool {
        match self.slots.get_mut(&key) {
            Some(slot) if slot.left > 0 => {
                slot.left -= 1;
                true
            }
            _ => false,
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    pub product: String,
    pub left: u32,
    pub cents: u32,
}

#[derive(Debug, Default)]
pub struct Machine {
    slots: BTreeMap<char, Slot>,
}

impl Machine {
    pub fn stock(&mut self, key: char, product: &str, left: u32, cents: u32) {
        self.slots.insert(key, Slot { product: product.to_string(), left, cents });
    }

    /// The cheapest product that is not sold out.
    pub fn cheapest(&self) -> Option<&Slot> {
        self.slots.values().filter(|slot| slot.left > 0).min_by_key(|slot| slot.cents)
    }

    /// What the display shows while nobody buys: the cheapest offer in lower
    /// case, or nothing at all when everything is sold out.
    pub fn teaser(&self) -> Option<String> {
        let name = self.cheapest().map(|slot| slot.product.as_str());
        let shown = name?.trim().to_lowercase();
        Some(shown)
    }

    pub fn sell(&mut self, key: char) -> bool {
        match self.slots.get_mut(&key) {
            Some(slot) if slot.left > 0 => {
                slot.left -= 1;
                true
            }
            _ => false,
        }
    }
}
==== tests
fn machine() -> Machine {
    let mut m = Machine::default();
    m.stock('a', " Peanuts ", 1, 90);
    m.stock('b', "Cola", 1, 180);
    m
}

#[test]
fn teaser_follows_the_stock() {
    let mut m = machine();
    assert_eq!(m.teaser(), Some("peanuts".to_string()));
    assert!(m.sell('a'));
    assert_eq!(m.teaser(), Some("cola".to_string()));
}

#[test]
fn sold_out_shows_nothing() {
    let mut m = machine();
    m.sell('a');
    m.sell('b');
    assert!(!m.sell('b'));
    assert_eq!(m.teaser(), None);
    assert_eq!(Machine::default().teaser(), None);
}
