---
code: E0499
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Depot {
    pub litres: u32,
    pub capacity: u32,
}

impl Depot {
    fn room(&self) -> u32 {
        self.capacity - self.litres
    }
}

#[derive(Default)]
pub struct Network {
    depots: BTreeMap<String, Depot>,
}

impl Network {
    pub fn add(&mut self, name: &str, litres: u32, capacity: u32) {
        self.depots.insert(name.to_string(), Depot { litres, capacity });
    }

    pub fn litres(&self, name: &str) -> Option<u32> {
        self.depots.get(name).map(|d| d.litres)
    }

    /// Pumps up to `wanted` litres over: no more than the giver has, no more than fits into the
    /// taker. Says how much was pumped, or `None` if a depot is unknown.
    pub fn pump(&mut self, giver: &str, taker: &str, wanted: u32) -> Option<u32> {
        let from = self.depots.get_mut(giver)?;
        let to = self.depots.get_mut(taker)?;
        let amount = wanted.min(from.litres).min(to.room());
        from.litres -= amount;
        to.litres += amount;
        Some(amount)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Depot {
    pub litres: u32,
    pub capacity: u32,
}

impl Depot {
    fn room(&self) -> u32 {
        self.capacity - self.litres
    }
}

#[derive(Default)]
pub struct Network {
    depots: BTreeMap<String, Depot>,
}

impl Network {
    pub fn add(&mut self, name: &str, litres: u32, capacity: u32) {
        self.depots.insert(name.to_string(), Depot { litres, capacity });
    }

    pub fn litres(&self, name: &str) -> Option<u32> {
        self.depots.get(name).map(|d| d.litres)
    }

    /// Pumps up to `wanted` litres over: no more than the giver has, no more than fits into the
    /// taker. Says how much was pumped, or `None` if a depot is unknown.
    pub fn pump(&mut self, giver: &str, taker: &str, wanted: u32) -> Option<u32> {
        let available = self.depots.get(giver)?.litres;
        let to = self.depots.get_mut(taker)?;
        let amount = wanted.min(available).min(to.room());
        to.litres += amount;
        self.depots.get_mut(giver)?.litres -= amount;
        Some(amount)
    }
}
==== tests
fn net() -> Network {
    let mut n = Network::default();
    n.add("north", 500, 800);
    n.add("south", 100, 300);
    n
}

#[test]
fn pumps_what_is_wanted() {
    let mut n = net();
    assert_eq!(n.pump("north", "south", 150), Some(150));
    assert_eq!((n.litres("north"), n.litres("south")), (Some(350), Some(250)));
}

#[test]
fn limited_by_room_and_supply() {
    let mut n = net();
    assert_eq!(n.pump("north", "south", 450), Some(200));
    assert_eq!(n.pump("south", "north", 1000), Some(300));
    assert_eq!((n.litres("north"), n.litres("south")), (Some(600), Some(0)));
}

#[test]
fn unknown_depots_change_nothing() {
    let mut n = net();
    assert_eq!(n.pump("north", "east", 10), None);
    assert_eq!(n.pump("east", "south", 10), None);
    assert_eq!((n.litres("north"), n.litres("south")), (Some(500), Some(100)));
}
