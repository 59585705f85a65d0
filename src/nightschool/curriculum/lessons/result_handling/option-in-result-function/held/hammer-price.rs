---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum AuctionError {
    UnknownLot(u32),
    NoBids(u32),
}

#[derive(Default)]
pub struct Auction {
    bids: HashMap<u32, Vec<u64>>,
}

impl Auction {
    pub fn open_lot(&mut self, lot: u32) {
        self.bids.entry(lot).or_default();
    }

    pub fn bid(&mut self, lot: u32, amount: u64) -> Result<(), AuctionError> {
        let bids = self.bids.get_mut(&lot).ok_or(AuctionError::UnknownLot(lot))?;
        bids.push(amount);
        Ok(())
    }

    /// The highest bid. A lot that was never opened and one that nobody wanted are different failures.
    pub fn hammer(&self, lot: u32) -> Result<u64, AuctionError> {
        let bids = self.bids.get(&lot)?;
        let highest = bids.iter().max()?;
        Ok(*highest)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum AuctionError {
    UnknownLot(u32),
    NoBids(u32),
}

#[derive(Default)]
pub struct Auction {
    bids: HashMap<u32, Vec<u64>>,
}

impl Auction {
    pub fn open_lot(&mut self, lot: u32) {
        self.bids.entry(lot).or_default();
    }

    pub fn bid(&mut self, lot: u32, amount: u64) -> Result<(), AuctionError> {
        let bids = self.bids.get_mut(&lot).ok_or(AuctionError::UnknownLot(lot))?;
        bids.push(amount);
        Ok(())
    }

    /// The highest bid. A lot that was never opened and one that nobody wanted are different failures.
    pub fn hammer(&self, lot: u32) -> Result<u64, AuctionError> {
        let bids = self.bids.get(&lot).ok_or(AuctionError::UnknownLot(lot))?;
        let highest = bids.iter().max().ok_or(AuctionError::NoBids(lot))?;
        Ok(*highest)
    }
}
==== tests
#[test]
fn highest() {
    let mut a = Auction::default();
    a.open_lot(3);
    a.bid(3, 40).unwrap();
    a.bid(3, 70).unwrap();
    a.bid(3, 60).unwrap();
    assert_eq!(a.hammer(3), Ok(70));
}
#[test]
fn failures_differ() {
    let mut a = Auction::default();
    a.open_lot(1);
    assert_eq!(a.hammer(1), Err(AuctionError::NoBids(1)));
    assert_eq!(a.hammer(2), Err(AuctionError::UnknownLot(2)));
    assert_eq!(a.bid(2, 5), Err(AuctionError::UnknownLot(2)));
}
