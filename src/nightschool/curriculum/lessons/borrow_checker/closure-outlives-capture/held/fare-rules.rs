---
code: E0373
---
pub type FareRule = Box<dyn Fn(u32) -> u32>;

/// Ticket prices in cents by distance in kilometres.
#[derive(Default)]
pub struct FareTable {
    rules: Vec<(String, FareRule)>,
}

impl FareTable {
    pub fn add(&mut self, name: &str, rule: FareRule) {
        self.rules.push((name.to_string(), rule));
    }

    pub fn quote(&self, name: &str, km: u32) -> Option<u32> {
        self.rules
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, rule)| rule(km))
    }
}

/// A price per kilometre that never falls below the minimum fare.
pub fn per_km(cents: u32, minimum: u32) -> FareRule {
    Box::new(|km| (km * cents).max(minimum))
}

/// Zones of equal width; every zone that is begun costs the same.
pub fn zones(width_km: u32, cents: u32) -> FareRule {
    let width = width_km.max(1);
    Box::new(|km| km.div_ceil(width) * cents)
}

pub fn standard_table() -> FareTable {
    let mut table = FareTable::default();
    table.add("express", per_km(25, 600));
    table.add("city", zones(5, 180));
    table
}
==== fixed
pub type FareRule = Box<dyn Fn(u32) -> u32>;

/// Ticket prices in cents by distance in kilometres.
#[derive(Default)]
pub struct FareTable {
    rules: Vec<(String, FareRule)>,
}

impl FareTable {
    pub fn add(&mut self, name: &str, rule: FareRule) {
        self.rules.push((name.to_string(), rule));
    }

    pub fn quote(&self, name: &str, km: u32) -> Option<u32> {
        self.rules
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, rule)| rule(km))
    }
}

/// A price per kilometre that never falls below the minimum fare.
pub fn per_km(cents: u32, minimum: u32) -> FareRule {
    Box::new(move |km| (km * cents).max(minimum))
}

/// Zones of equal width; every zone that is begun costs the same.
pub fn zones(width_km: u32, cents: u32) -> FareRule {
    let width = width_km.max(1);
    Box::new(move |km| km.div_ceil(width) * cents)
}

pub fn standard_table() -> FareTable {
    let mut table = FareTable::default();
    table.add("express", per_km(25, 600));
    table.add("city", zones(5, 180));
    table
}
==== tests
#[test]
fn quotes_of_the_standard_table() {
    let t = standard_table();
    assert_eq!(t.quote("express", 10), Some(600));
    assert_eq!(t.quote("express", 100), Some(2500));
    assert_eq!(t.quote("city", 5), Some(180));
    assert_eq!(t.quote("city", 6), Some(360));
    assert_eq!(t.quote("boat", 6), None);
}

#[test]
fn own_rules() {
    let mut t = FareTable::default();
    t.add("mini", zones(0, 10));
    t.add("flat", per_km(0, 99));
    assert_eq!(t.quote("mini", 7), Some(70));
    assert_eq!(t.quote("flat", 7000), Some(99));
}
