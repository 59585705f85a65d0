---
code: E0308
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub table: u8,
    pub minutes: u32,
}

/// Orders that wait for the stove, rush orders before normal ones.
#[derive(Default)]
pub struct Stove {
    rush: VecDeque<Order>,
    normal: VecDeque<Order>,
}

impl Stove {
    pub fn add(&mut self, order: Order, rush: bool) {
        if rush {
            self.rush.push_back(order);
        } else {
            self.normal.push_back(order);
        }
    }

    fn queue(&self) -> impl Iterator<Item = &Order> {
        self.rush.iter().chain(&self.normal)
    }

    /// Minutes of the longest order that waits; an empty stove has none to
    /// wait for.
    pub fn longest(&self) -> u32 {
        self.queue().map(|o| o.minutes).max()
    }

    /// Minutes until the first order of the table is done, `None` if it has
    /// not ordered.
    pub fn eta(&self, table: u8) -> Option<u32> {
        let position: usize = self.queue().position(|o| o.table == table);
        Some(self.queue().take(position + 1).map(|o| o.minutes).sum())
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub table: u8,
    pub minutes: u32,
}

/// Orders that wait for the stove, rush orders before normal ones.
#[derive(Default)]
pub struct Stove {
    rush: VecDeque<Order>,
    normal: VecDeque<Order>,
}

impl Stove {
    pub fn add(&mut self, order: Order, rush: bool) {
        if rush {
            self.rush.push_back(order);
        } else {
            self.normal.push_back(order);
        }
    }

    fn queue(&self) -> impl Iterator<Item = &Order> {
        self.rush.iter().chain(&self.normal)
    }

    /// Minutes of the longest order that waits; an empty stove has none to
    /// wait for.
    pub fn longest(&self) -> u32 {
        self.queue().map(|o| o.minutes).max().unwrap_or(0)
    }

    /// Minutes until the first order of the table is done, `None` if it has
    /// not ordered.
    pub fn eta(&self, table: u8) -> Option<u32> {
        let position: usize = self.queue().position(|o| o.table == table)?;
        Some(self.queue().take(position + 1).map(|o| o.minutes).sum())
    }
}
==== tests
fn stove() -> Stove {
    let mut s = Stove::default();
    s.add(Order { table: 1, minutes: 12 }, false);
    s.add(Order { table: 2, minutes: 5 }, true);
    s.add(Order { table: 3, minutes: 7 }, false);
    s
}

#[test]
fn eta_counts_those_before() {
    let s = stove();
    assert_eq!(s.eta(2), Some(5));
    assert_eq!(s.eta(1), Some(17));
    assert_eq!(s.eta(3), Some(24));
    assert_eq!(s.eta(9), None);
}

#[test]
fn longest_order() {
    assert_eq!(stove().longest(), 12);
    assert_eq!(Stove::default().longest(), 0);
    assert_eq!(Stove::default().eta(1), None);
}
