---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum SlipError {
    BadAccount(String),
    BadAmount(String),
    Frozen(u32),
}

#[derive(Debug, PartialEq)]
pub struct Slip {
    pub account: u32,
    pub cents: u64,
}

fn to_cents(text: &str) -> Result<u64, ParseIntError> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
    Ok(whole.parse::<u64>()? * 100 + part.parse::<u64>()?)
}

pub struct Counter {
    pub frozen: Vec<u32>,
}

impl Counter {
    /// Reads a slip like `4711 12.50`. The errors keep the text that could not be read.
    pub fn read(&self, text: &str) -> Result<Slip, SlipError> {
        let (account, amount) = text
            .split_once(' ')
            .ok_or_else(|| SlipError::BadAmount(String::new()))?;
        let account: u32 = account
            .parse()
            .map_err(|_| SlipError::BadAccount(account.to_string()))?;
        if self.frozen.contains(&account) {
            return Err(SlipError::Frozen(account));
        }
        let cents = to_cents(amount)?;
        Ok(Slip { account, cents })
    }
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum SlipError {
    BadAccount(String),
    BadAmount(String),
    Frozen(u32),
}

#[derive(Debug, PartialEq)]
pub struct Slip {
    pub account: u32,
    pub cents: u64,
}

fn to_cents(text: &str) -> Result<u64, ParseIntError> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
    Ok(whole.parse::<u64>()? * 100 + part.parse::<u64>()?)
}

pub struct Counter {
    pub frozen: Vec<u32>,
}

impl Counter {
    /// Reads a slip like `4711 12.50`. The errors keep the text that could not be read.
    pub fn read(&self, text: &str) -> Result<Slip, SlipError> {
        let (account, amount) = text
            .split_once(' ')
            .ok_or_else(|| SlipError::BadAmount(String::new()))?;
        let account: u32 = account
            .parse()
            .map_err(|_| SlipError::BadAccount(account.to_string()))?;
        if self.frozen.contains(&account) {
            return Err(SlipError::Frozen(account));
        }
        let cents = to_cents(amount).map_err(|_| SlipError::BadAmount(amount.to_string()))?;
        Ok(Slip { account, cents })
    }
}
==== tests
fn counter() -> Counter {
    Counter { frozen: vec![13] }
}

#[test]
fn reads_slips() {
    assert_eq!(counter().read("4711 12.50"), Ok(Slip { account: 4711, cents: 1250 }));
    assert_eq!(counter().read("1 7"), Ok(Slip { account: 1, cents: 700 }));
}

#[test]
fn errors_keep_the_text() {
    let c = counter();
    assert_eq!(c.read("47x 1"), Err(SlipError::BadAccount("47x".into())));
    assert_eq!(c.read("47 12,50"), Err(SlipError::BadAmount("12,50".into())));
    assert_eq!(c.read("13 ?"), Err(SlipError::Frozen(13)));
    assert_eq!(c.read("47"), Err(SlipError::BadAmount("".into())));
}
