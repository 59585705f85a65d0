---
code: E0277
---
use std::fmt;
use std::num::{ParseFloatError, ParseIntError};

#[derive(Debug, PartialEq)]
pub enum SampleError {
    BadId(ParseIntError),
    BadVolume(ParseFloatError),
    Incomplete,
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SampleError::BadId(e) => write!(f, "sample id: {e}"),
            SampleError::BadVolume(e) => write!(f, "volume: {e}"),
            SampleError::Incomplete => write!(f, "incomplete line"),
        }
    }
}

impl From<ParseIntError> for SampleError {
    fn from(e: ParseIntError) -> Self {
        SampleError::BadId(e)
    }
}

#[derive(Debug, PartialEq)]
pub struct Sample {
    pub id: u32,
    pub start_ml: f64,
    pub end_ml: f64,
}

/// A line of the burette protocol: `id start end`.
pub fn parse_sample(line: &str) -> Result<Sample, SampleError> {
    let mut cells = line.split_whitespace();
    let mut next = || cells.next().ok_or(SampleError::Incomplete);
    Ok(Sample {
        id: next()?.parse()?,
        start_ml: next()?.parse()?,
        end_ml: next()?.parse()?,
    })
}

pub fn consumption(line: &str) -> Result<f64, SampleError> {
    parse_sample(line).map(|s| s.end_ml - s.start_ml)
}
==== fixed
use std::fmt;
use std::num::{ParseFloatError, ParseIntError};

#[derive(Debug, PartialEq)]
pub enum SampleError {
    BadId(ParseIntError),
    BadVolume(ParseFloatError),
    Incomplete,
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SampleError::BadId(e) => write!(f, "sample id: {e}"),
            SampleError::BadVolume(e) => write!(f, "volume: {e}"),
            SampleError::Incomplete => write!(f, "incomplete line"),
        }
    }
}

impl From<ParseIntError> for SampleError {
    fn from(e: ParseIntError) -> Self {
        SampleError::BadId(e)
    }
}

impl From<ParseFloatError> for SampleError {
    fn from(e: ParseFloatError) -> Self {
        SampleError::BadVolume(e)
    }
}

#[derive(Debug, PartialEq)]
pub struct Sample {
    pub id: u32,
    pub start_ml: f64,
    pub end_ml: f64,
}

/// A line of the burette protocol: `id start end`.
pub fn parse_sample(line: &str) -> Result<Sample, SampleError> {
    let mut cells = line.split_whitespace();
    let mut next = || cells.next().ok_or(SampleError::Incomplete);
    Ok(Sample {
        id: next()?.parse()?,
        start_ml: next()?.parse()?,
        end_ml: next()?.parse()?,
    })
}

pub fn consumption(line: &str) -> Result<f64, SampleError> {
    parse_sample(line).map(|s| s.end_ml - s.start_ml)
}
==== tests
#[test]
fn good_line() {
    assert_eq!(parse_sample("17 0.5 12.25"), Ok(Sample { id: 17, start_ml: 0.5, end_ml: 12.25 }));
    assert_eq!(consumption("17 0.5 12.25"), Ok(11.75));
}

#[test]
fn each_error_has_its_kind() {
    assert!(matches!(parse_sample("x 1 2"), Err(SampleError::BadId(_))));
    assert!(matches!(parse_sample("1 one 2"), Err(SampleError::BadVolume(_))));
    assert!(matches!(parse_sample("1 1 2,5"), Err(SampleError::BadVolume(_))));
    assert_eq!(parse_sample("1 1"), Err(SampleError::Incomplete));
}
