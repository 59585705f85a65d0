---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum CheckIn {
    NotOpen { hours_left: u32 },
    Closed,
    NoSeat,
}

#[derive(Debug, PartialEq)]
pub struct Summary {
    pub passes: Vec<u32>,
    pub waiting: Vec<usize>,
    pub lost: usize,
}

/// Sums up the check-in of a travel group. Travellers get their pass, wait (because the
/// check-in is not open yet, or for a seat), or are lost because the check-in has closed.
pub fn summarise(results: &[Result<u32, CheckIn>]) -> Summary {
    let mut summary = Summary { passes: Vec::new(), waiting: Vec::new(), lost: 0 };
    for (traveller, result) in results.iter().enumerate() {
        match result {
            Ok(seat) => summary.passes.push(*seat),
            Err(CheckIn::NotOpen { hours_left }) if *hours_left > 0 => summary.waiting.push(traveller),
            Err(CheckIn::Closed) => summary.lost += 1,
            Err(CheckIn::NoSeat) => summary.waiting.push(traveller),
        }
    }
    summary
}

pub fn all_aboard(summary: &Summary) -> bool {
    summary.waiting.is_empty() && summary.lost == 0
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum CheckIn {
    NotOpen { hours_left: u32 },
    Closed,
    NoSeat,
}

#[derive(Debug, PartialEq)]
pub struct Summary {
    pub passes: Vec<u32>,
    pub waiting: Vec<usize>,
    pub lost: usize,
}

/// Sums up the check-in of a travel group. Travellers get their pass, wait (because the
/// check-in is not open yet, or for a seat), or are lost because the check-in has closed.
pub fn summarise(results: &[Result<u32, CheckIn>]) -> Summary {
    let mut summary = Summary { passes: Vec::new(), waiting: Vec::new(), lost: 0 };
    for (traveller, result) in results.iter().enumerate() {
        match result {
            Ok(seat) => summary.passes.push(*seat),
            Err(CheckIn::NotOpen { hours_left }) if *hours_left > 0 => summary.waiting.push(traveller),
            Err(CheckIn::Closed) => summary.lost += 1,
            Err(CheckIn::NotOpen { .. } | CheckIn::NoSeat) => summary.waiting.push(traveller),
        }
    }
    summary
}

pub fn all_aboard(summary: &Summary) -> bool {
    summary.waiting.is_empty() && summary.lost == 0
}
==== tests
#[test]
fn sums_up() {
    let s = summarise(&[
        Ok(12),
        Err(CheckIn::NotOpen { hours_left: 0 }),
        Err(CheckIn::Closed),
        Err(CheckIn::NoSeat),
        Err(CheckIn::NotOpen { hours_left: 7 }),
    ]);
    assert_eq!(s, Summary { passes: vec![12], waiting: vec![1, 3, 4], lost: 1 });
    assert!(!all_aboard(&s));
}
#[test]
fn everyone() {
    assert!(all_aboard(&summarise(&[Ok(1), Ok(2)])));
}
