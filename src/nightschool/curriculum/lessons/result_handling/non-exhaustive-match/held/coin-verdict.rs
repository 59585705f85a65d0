---
code: E0004
---
use std::cmp::Ordering;

#[derive(Debug, PartialEq)]
pub enum Payment {
    Missing(u32),
    Exact,
    Change(Vec<u32>),
}

const COINS: [u32; 6] = [200, 100, 50, 20, 10, 5];

fn change(mut amount: u32) -> Vec<u32> {
    let mut coins = Vec::new();
    for coin in COINS {
        while amount >= coin {
            coins.push(coin);
            amount -= coin;
        }
    }
    coins
}

/// Compares what was paid with the price: exact payments need no change,
/// overpaid ones get it, the rest is told how much is missing.
pub fn settle(price: u32, paid: u32) -> Payment {
    match paid.cmp(&price) {
        Ordering::Less => Payment::Missing(price - paid),
        Ordering::Greater => Payment::Change(change(paid - price)),
    }
}

pub fn dispense(price: u32, coins: &[u32]) -> Option<Vec<u32>> {
    match settle(price, coins.iter().sum()) {
        Payment::Missing(_) => None,
        Payment::Exact => Some(Vec::new()),
        Payment::Change(back) => Some(back),
    }
}
==== fixed
use std::cmp::Ordering;

#[derive(Debug, PartialEq)]
pub enum Payment {
    Missing(u32),
    Exact,
    Change(Vec<u32>),
}

const COINS: [u32; 6] = [200, 100, 50, 20, 10, 5];

fn change(mut amount: u32) -> Vec<u32> {
    let mut coins = Vec::new();
    for coin in COINS {
        while amount >= coin {
            coins.push(coin);
            amount -= coin;
        }
    }
    coins
}

/// Compares what was paid with the price: exact payments need no change,
/// overpaid ones get it, the rest is told how much is missing.
pub fn settle(price: u32, paid: u32) -> Payment {
    match paid.cmp(&price) {
        Ordering::Less => Payment::Missing(price - paid),
        Ordering::Greater => Payment::Change(change(paid - price)),
        Ordering::Equal => Payment::Exact,
    }
}

pub fn dispense(price: u32, coins: &[u32]) -> Option<Vec<u32>> {
    match settle(price, coins.iter().sum()) {
        Payment::Missing(_) => None,
        Payment::Exact => Some(Vec::new()),
        Payment::Change(back) => Some(back),
    }
}
==== tests
#[test]
fn exact_payment() {
    assert_eq!(settle(150, 150), Payment::Exact);
    assert_eq!(dispense(150, &[100, 50]), Some(vec![]));
}

#[test]
fn more_or_less() {
    assert_eq!(settle(150, 100), Payment::Missing(50));
    assert_eq!(settle(135, 200), Payment::Change(vec![50, 10, 5]));
    assert_eq!(dispense(500, &[200]), None);
}
