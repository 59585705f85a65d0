---
code: E0277
---
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum TrackingError {
    TooShort,
    Number(ParseIntError),
    Checksum { expected: u32, found: u32 },
}

impl fmt::Display for TrackingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TrackingError::TooShort => write!(f, "code too short"),
            TrackingError::Number(e) => write!(f, "not a number: {e}"),
            TrackingError::Checksum { expected, found } => {
                write!(f, "checksum {found} instead of {expected}")
            }
        }
    }
}

/// The serial of a code such as `004219`: all digits but the last two, which are the serial modulo 97.
pub fn serial(code: &str) -> Result<u32, TrackingError> {
    if code.len() < 3 || !code.is_ascii() {
        return Err(TrackingError::TooShort);
    }
    let (serial, check) = code.split_at(code.len() - 2);
    let serial = serial.parse::<u32>()?;
    let found = check.parse::<u32>()?;
    let expected = serial % 97;
    if expected != found {
        return Err(TrackingError::Checksum { expected, found });
    }
    Ok(serial)
}
==== fixed
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum TrackingError {
    TooShort,
    Number(ParseIntError),
    Checksum { expected: u32, found: u32 },
}

impl fmt::Display for TrackingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TrackingError::TooShort => write!(f, "code too short"),
            TrackingError::Number(e) => write!(f, "not a number: {e}"),
            TrackingError::Checksum { expected, found } => {
                write!(f, "checksum {found} instead of {expected}")
            }
        }
    }
}

impl From<ParseIntError> for TrackingError {
    fn from(error: ParseIntError) -> Self {
        TrackingError::Number(error)
    }
}

/// The serial of a code such as `004219`: all digits but the last two, which are the serial modulo 97.
pub fn serial(code: &str) -> Result<u32, TrackingError> {
    if code.len() < 3 || !code.is_ascii() {
        return Err(TrackingError::TooShort);
    }
    let (serial, check) = code.split_at(code.len() - 2);
    let serial = serial.parse::<u32>()?;
    let found = check.parse::<u32>()?;
    let expected = serial % 97;
    if expected != found {
        return Err(TrackingError::Checksum { expected, found });
    }
    Ok(serial)
}
==== tests
#[test]
fn good_code() {
    assert_eq!(serial("004242"), Ok(42));
    assert_eq!(serial("10003"), Ok(100));
}
#[test]
fn parse_errors_are_kept() {
    let e = "x1".parse::<u32>().unwrap_err();
    assert_eq!(serial("10x1"), Err(TrackingError::Number(e.clone())));
    assert_eq!(serial("x199"), Err(TrackingError::Number(e)));
}
#[test]
fn other_errors() {
    assert_eq!(serial("12"), Err(TrackingError::TooShort));
    assert_eq!(serial("10004"), Err(TrackingError::Checksum { expected: 3, found: 4 }));
}
