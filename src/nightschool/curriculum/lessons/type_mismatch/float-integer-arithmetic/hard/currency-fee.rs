---
code: E0277
---
//! Exchange office. Amounts are whole cents, rates are decimal numbers.

#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    pub paid_cents: i64,
    pub fee_cents: i64,
    pub received_cents: i64,
}

pub struct Office {
    /// Foreign cents for one home cent.
    pub rate: f64,
    pub fee_cents: i64,
}

impl Office {
    /// Changes money into foreign cents, rounded to the nearest cent.
    /// The fee is taken before changing.
    pub fn change(&self, cents: i64) -> Option<Exchange> {
        let worth = cents - self.fee_cents;
        if worth <= 0 {
            return None;
        }
        let received = worth * self.rate;
        Some(Exchange {
            paid_cents: cents,
            fee_cents: self.fee_cents,
            received_cents: received.round() as i64,
        })
    }

    pub fn board(&self) -> String {
        format!("1 : {:.3}, fee {} cents", self.rate, self.fee_cents)
    }
}
==== fixed
//! Exchange office. Amounts are whole cents, rates are decimal numbers.

#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    pub paid_cents: i64,
    pub fee_cents: i64,
    pub received_cents: i64,
}

pub struct Office {
    /// Foreign cents for one home cent.
    pub rate: f64,
    pub fee_cents: i64,
}

impl Office {
    /// Changes money into foreign cents, rounded to the nearest cent.
    /// The fee is taken before changing.
    pub fn change(&self, cents: i64) -> Option<Exchange> {
        let worth = cents - self.fee_cents;
        if worth <= 0 {
            return None;
        }
        let received = worth as f64 * self.rate;
        Some(Exchange {
            paid_cents: cents,
            fee_cents: self.fee_cents,
            received_cents: received.round() as i64,
        })
    }

    pub fn board(&self) -> String {
        format!("1 : {:.3}, fee {} cents", self.rate, self.fee_cents)
    }
}
==== tests
#[test]
fn rates_have_decimals() {
    let office = Office { rate: 1.25, fee_cents: 200 };
    let exchange = office.change(1201).unwrap();
    assert_eq!(exchange.received_cents, 1251);
    assert_eq!(exchange.paid_cents, 1201);
    assert_eq!(exchange.fee_cents, 200);
}

#[test]
fn rounds_to_the_nearest_cent() {
    let office = Office { rate: 0.875, fee_cents: 0 };
    assert_eq!(office.change(3).unwrap().received_cents, 3);
    assert_eq!(office.change(101).unwrap().received_cents, 88);
    assert!(Office { rate: 2.0, fee_cents: 9 }.change(9).is_none());
}
