---
code: E0597
---
//! Choosing among mobile phone plans.

#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub plan: String,
    pub cents: u64,
}

pub struct Tariff {
    pub name: &'static str,
    pub monthly: u64,
    pub per_gigabyte: u64,
    pub included: u64,
}

impl Tariff {
    fn offer(&self, gigabytes: u64) -> Offer {
        let extra = gigabytes.saturating_sub(self.included);
        Offer { plan: self.name.to_string(), cents: self.monthly + extra * self.per_gigabyte }
    }
}

/// The cheapest offer for so many gigabytes a month. Of equally cheap offers
/// the earlier tariff wins; no tariffs, no offer.
pub fn cheapest(tariffs: &[Tariff], gigabytes: u64) -> Option<Offer> {
    let mut best: Option<&Offer> = None;
    for tariff in tariffs {
        let offer = tariff.offer(gigabytes);
        match best {
            Some(known) if known.cents <= offer.cents => {}
            _ => best = Some(&offer),
        }
    }
    best.cloned()
}
==== fixed
//! Choosing among mobile phone plans.

#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub plan: String,
    pub cents: u64,
}

pub struct Tariff {
    pub name: &'static str,
    pub monthly: u64,
    pub per_gigabyte: u64,
    pub included: u64,
}

impl Tariff {
    fn offer(&self, gigabytes: u64) -> Offer {
        let extra = gigabytes.saturating_sub(self.included);
        Offer { plan: self.name.to_string(), cents: self.monthly + extra * self.per_gigabyte }
    }
}

/// The cheapest offer for so many gigabytes a month. Of equally cheap offers
/// the earlier tariff wins; no tariffs, no offer.
pub fn cheapest(tariffs: &[Tariff], gigabytes: u64) -> Option<Offer> {
    let mut best: Option<Offer> = None;
    for tariff in tariffs {
        let offer = tariff.offer(gigabytes);
        match &best {
            Some(known) if known.cents <= offer.cents => {}
            _ => best = Some(offer),
        }
    }
    best
}
==== tests
fn tariffs() -> Vec<Tariff> {
    vec![
        Tariff { name: "small", monthly: 500, per_gigabyte: 200, included: 1 },
        Tariff { name: "large", monthly: 1_500, per_gigabyte: 50, included: 10 },
        Tariff { name: "medium", monthly: 900, per_gigabyte: 100, included: 3 },
    ]
}

#[test]
fn depends_on_use() {
    let tariffs = tariffs();
    assert_eq!(cheapest(&tariffs, 1).unwrap(), Offer { plan: "small".to_string(), cents: 500 });
    assert_eq!(cheapest(&tariffs, 20).unwrap(), Offer { plan: "large".to_string(), cents: 2_000 });
    assert_eq!(cheapest(&tariffs, 3).unwrap().plan, "small");
}

#[test]
fn earlier_tariff_wins() {
    assert_eq!(cheapest(&tariffs(), 9).unwrap().plan, "large");
    assert!(cheapest(&[], 3).is_none());
}
