---
code: E0046
---
pub trait RatePlan {
    fn nightly(&self, night: u32) -> u32;

    /// How many nights the guest must book at least.
    fn minimum_nights(&self) -> u32;

    fn price(&self, nights: u32) -> Option<u32> {
        if nights < self.minimum_nights() {
            return None;
        }
        Some((0..nights).map(|n| self.nightly(n)).sum())
    }
}

/// The same price every night; can be booked for a single night.
pub struct Rack {
    pub rate: u32,
}

/// Every night after the third is half price; only sold for `at_least` nights or more.
pub struct LongStay {
    pub rate: u32,
    pub at_least: u32,
}

impl RatePlan for Rack {
    fn nightly(&self, _night: u32) -> u32 {
        self.rate
    }

    fn minimum_nights(&self) -> u32 {
        1
    }
}

impl RatePlan for LongStay {
    fn nightly(&self, night: u32) -> u32 {
        if night < 3 { self.rate } else { self.rate / 2 }
    }
}

pub fn cheapest(plans: &[Box<dyn RatePlan>], nights: u32) -> Option<u32> {
    plans.iter().filter_map(|plan| plan.price(nights)).min()
}
==== fixed
pub trait RatePlan {
    fn nightly(&self, night: u32) -> u32;

    /// How many nights the guest must book at least.
    fn minimum_nights(&self) -> u32;

    fn price(&self, nights: u32) -> Option<u32> {
        if nights < self.minimum_nights() {
            return None;
        }
        Some((0..nights).map(|n| self.nightly(n)).sum())
    }
}

/// The same price every night; can be booked for a single night.
pub struct Rack {
    pub rate: u32,
}

/// Every night after the third is half price; only sold for `at_least` nights or more.
pub struct LongStay {
    pub rate: u32,
    pub at_least: u32,
}

impl RatePlan for Rack {
    fn nightly(&self, _night: u32) -> u32 {
        self.rate
    }

    fn minimum_nights(&self) -> u32 {
        1
    }
}

impl RatePlan for LongStay {
    fn nightly(&self, night: u32) -> u32 {
        if night < 3 { self.rate } else { self.rate / 2 }
    }

    fn minimum_nights(&self) -> u32 {
        self.at_least
    }
}

pub fn cheapest(plans: &[Box<dyn RatePlan>], nights: u32) -> Option<u32> {
    plans.iter().filter_map(|plan| plan.price(nights)).min()
}
==== tests
fn plans() -> Vec<Box<dyn RatePlan>> {
    vec![Box::new(Rack { rate: 80 }), Box::new(LongStay { rate: 90, at_least: 4 })]
}

#[test]
fn long_stay_has_a_minimum() {
    let plan = LongStay { rate: 100, at_least: 5 };
    assert_eq!(plan.price(4), None);
    assert_eq!(plan.price(5), Some(400));
    assert_eq!(LongStay { rate: 10, at_least: 2 }.price(2), Some(20));
}

#[test]
fn cheapest_of_the_offered() {
    assert_eq!(cheapest(&plans(), 3), Some(240));
    assert_eq!(cheapest(&plans(), 4), Some(315));
    assert_eq!(cheapest(&plans(), 0), None);
}
