---
code: E0369
---
use std::ops::AddAssign;

/// A running account per bidder number; bidders are few, so a list will do.
#[derive(Debug)]
pub struct Accounts<M> {
    rows: Vec<(u32, M)>,
}

impl<M: Copy + Default> Accounts<M> {
    pub fn new() -> Self {
        Accounts { rows: Vec::new() }
    }

    pub fn owed(&self, bidder: u32) -> M {
        self.rows.iter().find(|(b, _)| *b == bidder).map_or(M::default(), |(_, m)| *m)
    }
}

/// Hammer price and fee, both of which the bidder pays.
#[derive(Debug, Clone, Copy)]
pub struct Sale<M> {
    pub bidder: u32,
    pub hammer: M,
    pub fee: M,
}

impl<M: Copy + Default + AddAssign> Accounts<M> {
    /// Books the sale on its bidder's row, a new row when there is none.
    pub fn book(&mut self, sale: Sale<M>) {
        let due = sale.hammer + sale.fee;
        match self.rows.iter_mut().find(|(b, _)| *b == sale.bidder) {
            Some((_, owed)) => *owed += due,
            None => self.rows.push((sale.bidder, due)),
        }
    }
}
==== fixed
use std::ops::AddAssign;

/// A running account per bidder number; bidders are few, so a list will do.
#[derive(Debug)]
pub struct Accounts<M> {
    rows: Vec<(u32, M)>,
}

impl<M: Copy + Default> Accounts<M> {
    pub fn new() -> Self {
        Accounts { rows: Vec::new() }
    }

    pub fn owed(&self, bidder: u32) -> M {
        self.rows.iter().find(|(b, _)| *b == bidder).map_or(M::default(), |(_, m)| *m)
    }
}

/// Hammer price and fee, both of which the bidder pays.
#[derive(Debug, Clone, Copy)]
pub struct Sale<M> {
    pub bidder: u32,
    pub hammer: M,
    pub fee: M,
}

impl<M: Copy + Default + AddAssign + std::ops::Add<Output = M>> Accounts<M> {
    /// Books the sale on its bidder's row, a new row when there is none.
    pub fn book(&mut self, sale: Sale<M>) {
        let due = sale.hammer + sale.fee;
        match self.rows.iter_mut().find(|(b, _)| *b == sale.bidder) {
            Some((_, owed)) => *owed += due,
            None => self.rows.push((sale.bidder, due)),
        }
    }
}
==== tests
#[test]
fn books_hammer_and_fee() {
    let mut a = Accounts::new();
    a.book(Sale { bidder: 7, hammer: 100u32, fee: 15 });
    a.book(Sale { bidder: 8, hammer: 10, fee: 1 });
    a.book(Sale { bidder: 7, hammer: 50, fee: 5 });
    assert_eq!((a.owed(7), a.owed(8), a.owed(9)), (170, 11, 0));
}
#[test]
fn floats() {
    let mut a = Accounts::new();
    a.book(Sale { bidder: 1, hammer: 2.0f64, fee: 0.5 });
    assert_eq!(a.owed(1), 2.5);
}
