---
code: E0373
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Zone {
    Home,
    Abroad,
}

pub type Tariff = Box<dyn Fn(u32) -> u32>;

/// A price list entry with a name and the rule that gives the cents for a weight in grams.
pub struct Rate {
    pub name: String,
    pub tariff: Tariff,
}

fn base(zone: Zone) -> u32 {
    match zone {
        Zone::Home => 400,
        Zone::Abroad => 1100,
    }
}

/// Every started kilogram costs `per_kilo` on top of the base price.
fn weight_tariff(zone: Zone, per_kilo: u32) -> Tariff {
    let start = base(zone);
    Box::new(|grams| start + grams.div_ceil(1000) * per_kilo)
}

pub fn by_weight(zone: Zone, per_kilo: u32) -> Rate {
    Rate { name: format!("{zone:?} by weight"), tariff: weight_tariff(zone, per_kilo) }
}

pub fn quote(rates: &[Rate], grams: u32) -> Vec<(String, u32)> {
    rates.iter().map(|r| (r.name.clone(), (r.tariff)(grams))).collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Zone {
    Home,
    Abroad,
}

pub type Tariff = Box<dyn Fn(u32) -> u32>;

/// A price list entry with a name and the rule that gives the cents for a weight in grams.
pub struct Rate {
    pub name: String,
    pub tariff: Tariff,
}

fn base(zone: Zone) -> u32 {
    match zone {
        Zone::Home => 400,
        Zone::Abroad => 1100,
    }
}

/// Every started kilogram costs `per_kilo` on top of the base price.
fn weight_tariff(zone: Zone, per_kilo: u32) -> Tariff {
    let start = base(zone);
    Box::new(move |grams| start + grams.div_ceil(1000) * per_kilo)
}

pub fn by_weight(zone: Zone, per_kilo: u32) -> Rate {
    Rate { name: format!("{zone:?} by weight"), tariff: weight_tariff(zone, per_kilo) }
}

pub fn quote(rates: &[Rate], grams: u32) -> Vec<(String, u32)> {
    rates.iter().map(|r| (r.name.clone(), (r.tariff)(grams))).collect()
}
==== tests
#[test]
fn quotes_started_kilos() {
    let rates = [by_weight(Zone::Home, 50), by_weight(Zone::Abroad, 200)];
    assert_eq!(
        quote(&rates, 1500),
        [("Home by weight".to_string(), 500), ("Abroad by weight".to_string(), 1500)]
    );
}
#[test]
fn nothing_weighs_nothing() {
    assert_eq!(quote(&[by_weight(Zone::Home, 50)], 0)[0].1, 400);
}
