---
code: E0308
---
use std::collections::HashMap;

pub struct Tariff {
    /// cents per kilowatt hour for the hours that have a price of their own
    pub by_hour: HashMap<u8, u64>,
    /// cents per kilowatt hour for all other hours
    pub standard: u64,
}

pub struct Reading {
    pub hour: u8,
    pub kwh: u64,
}

impl Tariff {
    pub fn flat(standard: u64) -> Self {
        Tariff { by_hour: HashMap::new(), standard }
    }

    pub fn with_hour(mut self, hour: u8, cents: u64) -> Self {
        self.by_hour.insert(hour, cents);
        self
    }

    pub fn price(&self, hour: u8) -> u64 {
        self.by_hour.get(&hour).copied()
    }

    pub fn bill(&self, readings: &[Reading]) -> u64 {
        readings.iter().map(|r| r.kwh * self.price(r.hour)).sum()
    }
}

pub fn cheapest_hour(tariff: &Tariff) -> u8 {
    (0..24).min_by_key(|&h| tariff.price(h)).unwrap_or(0)
}
==== fixed
use std::collections::HashMap;

pub struct Tariff {
    /// cents per kilowatt hour for the hours that have a price of their own
    pub by_hour: HashMap<u8, u64>,
    /// cents per kilowatt hour for all other hours
    pub standard: u64,
}

pub struct Reading {
    pub hour: u8,
    pub kwh: u64,
}

impl Tariff {
    pub fn flat(standard: u64) -> Self {
        Tariff { by_hour: HashMap::new(), standard }
    }

    pub fn with_hour(mut self, hour: u8, cents: u64) -> Self {
        self.by_hour.insert(hour, cents);
        self
    }

    pub fn price(&self, hour: u8) -> u64 {
        self.by_hour.get(&hour).copied().unwrap_or(self.standard)
    }

    pub fn bill(&self, readings: &[Reading]) -> u64 {
        readings.iter().map(|r| r.kwh * self.price(r.hour)).sum()
    }
}

pub fn cheapest_hour(tariff: &Tariff) -> u8 {
    (0..24).min_by_key(|&h| tariff.price(h)).unwrap_or(0)
}
==== tests
#[test]
fn special_hours_have_their_price() {
    let t = Tariff::flat(30).with_hour(2, 12).with_hour(18, 45);
    let day = [Reading { hour: 2, kwh: 3 }, Reading { hour: 18, kwh: 1 }, Reading { hour: 9, kwh: 2 }];
    assert_eq!(t.bill(&day), 36 + 45 + 60);
    assert_eq!(cheapest_hour(&t), 2);
}

#[test]
fn free_hours_are_free() {
    let t = Tariff::flat(30).with_hour(13, 0);
    assert_eq!(t.bill(&[Reading { hour: 13, kwh: 9 }]), 0);
    assert_eq!(t.bill(&[Reading { hour: 14, kwh: 9 }]), 270);
}
