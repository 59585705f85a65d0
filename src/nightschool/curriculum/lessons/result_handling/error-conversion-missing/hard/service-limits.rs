---
code: E0277
---
//! Limits of a web service, written as `connections=20` and so on.

use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum LimitError {
    Missing(&'static str),
    Connections(ParseIntError),
    Timeout(ParseIntError),
    BodySize(ParseIntError),
}

#[derive(Debug, PartialEq)]
pub struct Limits {
    pub connections: u32,
    pub timeout_ms: u64,
    pub body_size: usize,
}

fn find<'a>(text: &'a str, key: &'static str) -> Result<&'a str, LimitError> {
    text.lines()
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == key)
        .map(|(_, value)| value.trim())
        .ok_or(LimitError::Missing(key))
}

/// Reads all three limits. The error names the limit that is not a number.
pub fn parse_limits(text: &str) -> Result<Limits, LimitError> {
    let connections = find(text, "connections")?
        .parse()
        .map_err(LimitError::Connections)?;
    let timeout_ms = find(text, "timeout")?.parse::<u64>()?;
    let body_size = find(text, "body")?
        .parse()
        .map_err(LimitError::BodySize)?;
    Ok(Limits { connections, timeout_ms, body_size })
}
==== fixed
//! Limits of a web service, written as `connections=20` and so on.

use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum LimitError {
    Missing(&'static str),
    Connections(ParseIntError),
    Timeout(ParseIntError),
    BodySize(ParseIntError),
}

#[derive(Debug, PartialEq)]
pub struct Limits {
    pub connections: u32,
    pub timeout_ms: u64,
    pub body_size: usize,
}

fn find<'a>(text: &'a str, key: &'static str) -> Result<&'a str, LimitError> {
    text.lines()
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == key)
        .map(|(_, value)| value.trim())
        .ok_or(LimitError::Missing(key))
}

/// Reads all three limits. The error names the limit that is not a number.
pub fn parse_limits(text: &str) -> Result<Limits, LimitError> {
    let connections = find(text, "connections")?
        .parse()
        .map_err(LimitError::Connections)?;
    let timeout_ms = find(text, "timeout")?
        .parse::<u64>()
        .map_err(LimitError::Timeout)?;
    let body_size = find(text, "body")?
        .parse()
        .map_err(LimitError::BodySize)?;
    Ok(Limits { connections, timeout_ms, body_size })
}
==== tests
#[test]
fn reads_limits() {
    assert_eq!(
        parse_limits("timeout = 1500\nconnections=20\nbody=4096"),
        Ok(Limits { connections: 20, timeout_ms: 1500, body_size: 4096 })
    );
}

#[test]
fn the_error_names_the_limit() {
    let read = |text| parse_limits(text).unwrap_err();
    assert!(matches!(read("timeout=soon\nconnections=20\nbody=1"), LimitError::Timeout(_)));
    assert!(matches!(read("timeout=1\nconnections=many\nbody=1"), LimitError::Connections(_)));
    assert!(matches!(read("timeout=1\nconnections=2\nbody=huge"), LimitError::BodySize(_)));
    assert_eq!(read("connections=2\nbody=1"), LimitError::Missing("timeout"));
}
