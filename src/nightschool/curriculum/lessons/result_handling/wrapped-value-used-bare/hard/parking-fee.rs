---
code: E0308
---
//! Fees of a car park.

use std::collections::HashMap;

/// What a driver pays who has lost the ticket or never had one.
pub const LOST_TICKET_CENTS: u64 = 2_500;

#[derive(Default)]
pub struct CarPark {
    /// Plate and the minute of the day when the car came in.
    entered: HashMap<String, u64>,
    cents_per_hour: u64,
}

impl CarPark {
    pub fn new(cents_per_hour: u64) -> Self {
        CarPark { entered: HashMap::new(), cents_per_hour }
    }

    pub fn enter(&mut self, plate: &str, minute: u64) {
        self.entered.insert(plate.to_string(), minute);
    }

    fn price(&self, minutes: u64) -> u64 {
        minutes.div_ceil(60) * self.cents_per_hour
    }

    /// What the driver of a car pays at the exit. Nobody gets out for
    /// nothing: a car that was not seen coming in pays the flat fee.
    pub fn leave(&mut self, plate: &str, minute: u64) -> u64 {
        let entered: u64 = self.entered.remove(plate);
        self.price(minute - entered)
    }

    pub fn parked(&self) -> usize {
        self.entered.len()
    }
}
==== fixed
//! Fees of a car park.

use std::collections::HashMap;

/// What a driver pays who has lost the ticket or never had one.
pub const LOST_TICKET_CENTS: u64 = 2_500;

#[derive(Default)]
pub struct CarPark {
    /// Plate and the minute of the day when the car came in.
    entered: HashMap<String, u64>,
    cents_per_hour: u64,
}

impl CarPark {
    pub fn new(cents_per_hour: u64) -> Self {
        CarPark { entered: HashMap::new(), cents_per_hour }
    }

    pub fn enter(&mut self, plate: &str, minute: u64) {
        self.entered.insert(plate.to_string(), minute);
    }

    fn price(&self, minutes: u64) -> u64 {
        minutes.div_ceil(60) * self.cents_per_hour
    }

    /// What the driver of a car pays at the exit. Nobody gets out for
    /// nothing: a car that was not seen coming in pays the flat fee.
    pub fn leave(&mut self, plate: &str, minute: u64) -> u64 {
        let Some(entered) = self.entered.remove(plate) else {
            return LOST_TICKET_CENTS;
        };
        self.price(minute - entered)
    }

    pub fn parked(&self) -> usize {
        self.entered.len()
    }
}
==== tests
#[test]
fn pays_for_each_hour_begun() {
    let mut park = CarPark::new(150);
    park.enter("AB 1", 600);
    assert_eq!(park.leave("AB 1", 661), 300);
    assert_eq!(park.parked(), 0);
}

#[test]
fn unknown_cars_pay_the_flat_fee() {
    let mut park = CarPark::new(150);
    park.enter("AB 1", 600);
    assert_eq!(park.leave("XY 9", 900), 2_500);
    assert_eq!(park.leave("AB 1", 610), 150);
    assert_eq!(park.leave("AB 1", 900), 2_500);
}
