---
code: E0308
---
use std::num::ParseFloatError;

#[derive(Debug, Clone, PartialEq)]
pub enum ReadError {
    Syntax(ParseFloatError),
    UnknownUnit(String),
    OutOfRange(f64),
}

fn check_range(hpa: f64) -> Result<f64, ReadError> {
    if (850.0..=1100.0).contains(&hpa) {
        Ok(hpa)
    } else {
        Err(ReadError::OutOfRange(hpa))
    }
}

/// Air pressure in hectopascals from a text such as `1013.2 hPa` or
/// `29.92 inHg`. A bare number is taken as hectopascals.
pub fn read_pressure(text: &str) -> Result<f64, ReadError> {
    let mut words = text.split_whitespace();
    let number = words.next().unwrap_or("");
    let value = number.parse::<f64>().map_err(ReadError::Syntax)?;
    match words.next() {
        None | Some("hPa") => check_range(value),
        Some("inHg") => check_range(value * 33.8639),
        Some("mmHg") => value * 1.33322,
        Some(other) => Err(ReadError::UnknownUnit(other.to_string())),
    }
}

pub fn tendency(before: &str, after: &str) -> Result<f64, ReadError> {
    Ok(read_pressure(after)? - read_pressure(before)?)
}
==== fixed
use std::num::ParseFloatError;

#[derive(Debug, Clone, PartialEq)]
pub enum ReadError {
    Syntax(ParseFloatError),
    UnknownUnit(String),
    OutOfRange(f64),
}

fn check_range(hpa: f64) -> Result<f64, ReadError> {
    if (850.0..=1100.0).contains(&hpa) {
        Ok(hpa)
    } else {
        Err(ReadError::OutOfRange(hpa))
    }
}

/// Air pressure in hectopascals from a text such as `1013.2 hPa` or
/// `29.92 inHg`. A bare number is taken as hectopascals.
pub fn read_pressure(text: &str) -> Result<f64, ReadError> {
    let mut words = text.split_whitespace();
    let number = words.next().unwrap_or("");
    let value = number.parse::<f64>().map_err(ReadError::Syntax)?;
    match words.next() {
        None | Some("hPa") => check_range(value),
        Some("inHg") => check_range(value * 33.8639),
        Some("mmHg") => check_range(value * 1.33322),
        Some(other) => Err(ReadError::UnknownUnit(other.to_string())),
    }
}

pub fn tendency(before: &str, after: &str) -> Result<f64, ReadError> {
    Ok(read_pressure(after)? - read_pressure(before)?)
}
==== tests
#[test]
fn units() {
    assert_eq!(read_pressure("1013.2 hPa"), Ok(1013.2));
    assert_eq!(read_pressure("990"), Ok(990.0));
    assert!((read_pressure("760 mmHg").unwrap() - 1013.2472).abs() < 1e-6);
    assert!((tendency("1000", "29.92 inHg").unwrap() - 13.207888).abs() < 1e-6);
}

#[test]
fn every_unit_is_range_checked() {
    assert_eq!(read_pressure("1200"), Err(ReadError::OutOfRange(1200.0)));
    assert!(matches!(read_pressure("100 mmHg"), Err(ReadError::OutOfRange(_))));
    assert!(matches!(read_pressure("2 inHg"), Err(ReadError::OutOfRange(_))));
}

#[test]
fn other_errors() {
    assert_eq!(read_pressure("980 bar"), Err(ReadError::UnknownUnit("bar".to_string())));
    assert!(matches!(read_pressure("high"), Err(ReadError::Syntax(_))));
}
