---
code: E0277
---
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
pub enum ImportError {
    Syntax(String),
    Number(ParseIntError),
    Date { year: i32, month: u8, day: u8 },
}

impl From<ParseIntError> for ImportError {
    fn from(e: ParseIntError) -> Self {
        ImportError::Number(e)
    }
}

/// A date that no calendar has.
#[derive(Debug, Clone, Copy)]
pub struct NoSuchDate(pub i32, pub u8, pub u8);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(i32, u8, u8);

impl Date {
    pub fn new(year: i32, month: u8, day: u8) -> Result<Date, NoSuchDate> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        if day >= 1 && day <= last { Ok(Date(year, month, day)) } else { Err(NoSuchDate(year, month, day)) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// Reads `2024-02-29`.
pub fn import(text: &str) -> Result<Date, ImportError> {
    let parts: Vec<&str> = text.split('-').collect();
    let [y, m, d] = parts[..] else {
        return Err(ImportError::Syntax(text.to_string()));
    };
    Ok(Date::new(y.parse()?, m.parse()?, d.parse()?)?)
}
==== fixed
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
pub enum ImportError {
    Syntax(String),
    Number(ParseIntError),
    Date { year: i32, month: u8, day: u8 },
}

impl From<ParseIntError> for ImportError {
    fn from(e: ParseIntError) -> Self {
        ImportError::Number(e)
    }
}

/// A date that no calendar has.
#[derive(Debug, Clone, Copy)]
pub struct NoSuchDate(pub i32, pub u8, pub u8);

impl From<NoSuchDate> for ImportError {
    fn from(NoSuchDate(year, month, day): NoSuchDate) -> Self {
        ImportError::Date { year, month, day }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(i32, u8, u8);

impl Date {
    pub fn new(year: i32, month: u8, day: u8) -> Result<Date, NoSuchDate> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        if day >= 1 && day <= last { Ok(Date(year, month, day)) } else { Err(NoSuchDate(year, month, day)) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// Reads `2024-02-29`.
pub fn import(text: &str) -> Result<Date, ImportError> {
    let parts: Vec<&str> = text.split('-').collect();
    let [y, m, d] = parts[..] else {
        return Err(ImportError::Syntax(text.to_string()));
    };
    Ok(Date::new(y.parse()?, m.parse()?, d.parse()?)?)
}
==== tests
#[test]
fn leap_day() {
    assert_eq!(import("2024-02-29").unwrap().to_string(), "2024-02-29");
}

#[test]
fn no_such_date_is_kept() {
    assert!(matches!(import("2023-02-29"), Err(ImportError::Date { year: 2023, month: 2, day: 29 })));
    assert!(matches!(import("2023-13-01"), Err(ImportError::Date { month: 13, .. })));
}

#[test]
fn other_errors() {
    assert!(matches!(import("2023-xx-29"), Err(ImportError::Number(_))));
    assert!(matches!(import("20230229"), Err(ImportError::Syntax(t)) if t == "20230229"));
}
