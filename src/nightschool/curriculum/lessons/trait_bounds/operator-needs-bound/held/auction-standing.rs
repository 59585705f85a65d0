---
code: E0369
---
/// A bid of any currency type on a numbered lot.
#[derive(Debug, Clone, PartialEq)]
pub struct Bid<M> {
    pub bidder: u32,
    pub amount: M,
}

pub struct Lot<M> {
    reserve: M,
    bids: Vec<Bid<M>>,
}

impl<M> Lot<M> {
    pub fn with_reserve(reserve: M) -> Self {
        Lot { reserve, bids: Vec::new() }
    }

    pub fn bids(&self) -> &[Bid<M>] {
        &self.bids
    }
}

impl<M> Lot<M> {
    /// Accepts a bid that reaches the reserve and beats the last one.
    pub fn offer(&mut self, bidder: u32, amount: M) -> bool {
        let beats = match self.bids.last() {
            Some(last) => amount > last.amount,
            None => amount >= self.reserve,
        };
        if beats {
            self.bids.push(Bid { bidder, amount });
        }
        beats
    }
}
==== fixed
/// A bid of any currency type on a numbered lot.
#[derive(Debug, Clone, PartialEq)]
pub struct Bid<M> {
    pub bidder: u32,
    pub amount: M,
}

pub struct Lot<M> {
    reserve: M,
    bids: Vec<Bid<M>>,
}

impl<M> Lot<M> {
    pub fn with_reserve(reserve: M) -> Self {
        Lot { reserve, bids: Vec::new() }
    }

    pub fn bids(&self) -> &[Bid<M>] {
        &self.bids
    }
}

impl<M: PartialOrd> Lot<M> {
    /// Accepts a bid that reaches the reserve and beats the last one.
    pub fn offer(&mut self, bidder: u32, amount: M) -> bool {
        let beats = match self.bids.last() {
            Some(last) => amount > last.amount,
            None => amount >= self.reserve,
        };
        if beats {
            self.bids.push(Bid { bidder, amount });
        }
        beats
    }
}
==== tests
#[test]
fn beats_reserve_then_last() {
    let mut lot = Lot::with_reserve(100u32);
    assert!(!lot.offer(1, 99));
    assert!(lot.offer(1, 100));
    assert!(!lot.offer(2, 100));
    assert!(lot.offer(2, 101));
    assert_eq!(lot.bids().len(), 2);
}
#[test]
fn works_with_floats() {
    let mut lot = Lot::with_reserve(1.5f64);
    assert!(lot.offer(4, 2.0));
    assert!(!lot.offer(5, f64::NAN));
    assert_eq!(lot.bids(), [Bid { bidder: 4, amount: 2.0 }]);
}
