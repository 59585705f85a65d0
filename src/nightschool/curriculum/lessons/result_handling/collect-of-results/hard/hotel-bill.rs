---
code: E0277
---
//! Adds up a hotel bill whose lines are `item;nights;cents`.

use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum BillError {
    /// A line does not have three fields.
    Fields,
    /// A number in the bill cannot be read.
    Number,
    Empty,
}

pub struct Line {
    nights: String,
    cents: String,
}

impl Line {
    fn read(text: &str) -> Result<Line, BillError> {
        let fields: Vec<&str> = text.split(';').collect();
        match fields[..] {
            [_, nights, cents] => Ok(Line { nights: nights.to_string(), cents: cents.to_string() }),
            _ => Err(BillError::Fields),
        }
    }

    fn amount(&self) -> Result<u64, ParseIntError> {
        Ok(self.nights.parse::<u64>()? * self.cents.parse::<u64>()?)
    }
}

/// The total in cents, or what is wrong with the bill.
pub fn total(bill: &str) -> Result<u64, BillError> {
    let lines = bill.lines().map(Line::read).collect::<Result<Vec<Line>, BillError>>()?;
    if lines.is_empty() {
        return Err(BillError::Empty);
    }
    let net: u64 = lines.iter().map(Line::amount).sum();
    Ok(net + net * 7 / 100)
}
==== fixed
//! Adds up a hotel bill whose lines are `item;nights;cents`.

use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum BillError {
    /// A line does not have three fields.
    Fields,
    /// A number in the bill cannot be read.
    Number,
    Empty,
}

pub struct Line {
    nights: String,
    cents: String,
}

impl Line {
    fn read(text: &str) -> Result<Line, BillError> {
        let fields: Vec<&str> = text.split(';').collect();
        match fields[..] {
            [_, nights, cents] => Ok(Line { nights: nights.to_string(), cents: cents.to_string() }),
            _ => Err(BillError::Fields),
        }
    }

    fn amount(&self) -> Result<u64, ParseIntError> {
        Ok(self.nights.parse::<u64>()? * self.cents.parse::<u64>()?)
    }
}

/// The total in cents, or what is wrong with the bill.
pub fn total(bill: &str) -> Result<u64, BillError> {
    let lines = bill.lines().map(Line::read).collect::<Result<Vec<Line>, BillError>>()?;
    if lines.is_empty() {
        return Err(BillError::Empty);
    }
    let net: u64 =
        lines.iter().map(Line::amount).sum::<Result<_, _>>().map_err(|_| BillError::Number)?;
    Ok(net + net * 7 / 100)
}
==== tests
#[test]
fn adds_up_with_tax() {
    assert_eq!(total("room;2;5000\nsauna;1;1000"), Ok(11770));
}

#[test]
fn unreadable_numbers_are_told() {
    assert_eq!(total("room;2;5000\nsauna;one;1000"), Err(BillError::Number));
    assert_eq!(total("room;2;50,00"), Err(BillError::Number));
}

#[test]
fn malformed_bills_are_told() {
    assert_eq!(total(""), Err(BillError::Empty));
    assert_eq!(total("room;2;5000\nsauna"), Err(BillError::Fields));
}
