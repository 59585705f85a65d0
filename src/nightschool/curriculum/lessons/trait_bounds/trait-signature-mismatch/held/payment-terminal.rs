---
code: E0053
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum Declined {
    UnknownCard,
    Limit { left: u64 },
}

/// How a vending machine takes money. Amounts are in cents.
pub trait Payment {
    fn charge(&mut self, account: &str, cents: u64) -> Result<u64, Declined>;
}

/// Cards with a balance that is kept in the machine itself.
#[derive(Default)]
pub struct PrepaidCards {
    balances: HashMap<String, u64>,
}

impl PrepaidCards {
    pub fn top_up(&mut self, card: &str, cents: u64) {
        *self.balances.entry(card.to_string()).or_default() += cents;
    }
}

impl Payment for PrepaidCards {
    /// Takes the amount from the card, gives what is left on it.
    fn charge(&mut self, account: &str, cents: u32) -> Result<u64, Declined> {
        let balance = self.balances.get_mut(account).ok_or(Declined::UnknownCard)?;
        match balance.checked_sub(u64::from(cents)) {
            Some(left) => {
                *balance = left;
                Ok(left)
            }
            None => Err(Declined::Limit { left: *balance }),
        }
    }
}

pub fn sell(payment: &mut impl Payment, account: &str, prices: &[u64]) -> Result<u64, Declined> {
    payment.charge(account, prices.iter().sum())
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum Declined {
    UnknownCard,
    Limit { left: u64 },
}

/// How a vending machine takes money. Amounts are in cents.
pub trait Payment {
    fn charge(&mut self, account: &str, cents: u64) -> Result<u64, Declined>;
}

/// Cards with a balance that is kept in the machine itself.
#[derive(Default)]
pub struct PrepaidCards {
    balances: HashMap<String, u64>,
}

impl PrepaidCards {
    pub fn top_up(&mut self, card: &str, cents: u64) {
        *self.balances.entry(card.to_string()).or_default() += cents;
    }
}

impl Payment for PrepaidCards {
    /// Takes the amount from the card, gives what is left on it.
    fn charge(&mut self, account: &str, cents: u64) -> Result<u64, Declined> {
        let balance = self.balances.get_mut(account).ok_or(Declined::UnknownCard)?;
        match balance.checked_sub(cents) {
            Some(left) => {
                *balance = left;
                Ok(left)
            }
            None => Err(Declined::Limit { left: *balance }),
        }
    }
}

pub fn sell(payment: &mut impl Payment, account: &str, prices: &[u64]) -> Result<u64, Declined> {
    payment.charge(account, prices.iter().sum())
}
==== tests
#[test]
fn charges_and_tells_the_rest() {
    let mut cards = PrepaidCards::default();
    cards.top_up("c1", 500);
    assert_eq!(sell(&mut cards, "c1", &[120, 80]), Ok(300));
    assert_eq!(sell(&mut cards, "c1", &[301]), Err(Declined::Limit { left: 300 }));
    assert_eq!(sell(&mut cards, "c2", &[1]), Err(Declined::UnknownCard));
}

#[test]
fn very_large_amounts() {
    let mut cards = PrepaidCards::default();
    cards.top_up("gold", 5_000_000_010);
    assert_eq!(cards.charge("gold", 5_000_000_000), Ok(10));
    assert_eq!(cards.charge("gold", 4_294_967_297), Err(Declined::Limit { left: 10 }));
}
