---
code: E0277
---
use std::collections::HashMap;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct ConfigError {
    pub line: usize,
    pub reason: String,
}

impl ConfigError {
    fn new(line: usize, reason: impl Into<String>) -> Self {
        ConfigError { line, reason: reason.into() }
    }
}

/// Degrees may be written with a unit, as in `21 C`.
fn degrees(text: &str) -> Result<i32, ParseIntError> {
    text.trim_end_matches('C').trim().parse()
}

/// Reads the `room = degrees` lines of the boiler's configuration.
/// Errors name the line, counted from one, and say what is wrong with it.
pub fn read_config(source: &str) -> Result<HashMap<String, i32>, ConfigError> {
    let mut rooms = HashMap::new();
    for (index, line) in source.lines().enumerate() {
        let number = index + 1;
        if line.trim().is_empty() {
            continue;
        }
        let (room, value) = line
            .split_once('=')
            .ok_or_else(|| ConfigError::new(number, "no equals sign"))?;
        let value = degrees(value.trim())?;
        rooms.insert(room.trim().to_string(), value);
    }
    Ok(rooms)
}
==== fixed
use std::collections::HashMap;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct ConfigError {
    pub line: usize,
    pub reason: String,
}

impl ConfigError {
    fn new(line: usize, reason: impl Into<String>) -> Self {
        ConfigError { line, reason: reason.into() }
    }
}

/// Degrees may be written with a unit, as in `21 C`.
fn degrees(text: &str) -> Result<i32, ParseIntError> {
    text.trim_end_matches('C').trim().parse()
}

/// Reads the `room = degrees` lines of the boiler's configuration.
/// Errors name the line, counted from one, and say what is wrong with it.
pub fn read_config(source: &str) -> Result<HashMap<String, i32>, ConfigError> {
    let mut rooms = HashMap::new();
    for (index, line) in source.lines().enumerate() {
        let number = index + 1;
        if line.trim().is_empty() {
            continue;
        }
        let (room, value) = line
            .split_once('=')
            .ok_or_else(|| ConfigError::new(number, "no equals sign"))?;
        let value = degrees(value.trim()).map_err(|e| ConfigError::new(number, e.to_string()))?;
        rooms.insert(room.trim().to_string(), value);
    }
    Ok(rooms)
}
==== tests
#[test]
fn reads_rooms() {
    let rooms = read_config("hall = 18\n\nbath=23 C\n").unwrap();
    assert_eq!(rooms["hall"], 18);
    assert_eq!(rooms["bath"], 23);
    assert_eq!(rooms.len(), 2);
}

#[test]
fn errors_name_the_line() {
    assert_eq!(read_config("a=1\nb"), Err(ConfigError { line: 2, reason: "no equals sign".into() }));
    let err = read_config("a=1\n\nb=warm").unwrap_err();
    assert_eq!(err.line, 3);
    assert!(err.reason.contains("invalid digit"));
}
