---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum LimitError {
    NoSeparator(usize),
    BadNumber { key: String, source: ParseIntError },
}

#[derive(Debug, Default, PartialEq)]
pub struct Limits {
    pub soft: u32,
    pub hard: u32,
    pub unknown: Vec<String>,
}

/// Reads `key: number` lines. Names that mean nothing here are collected, not refused,
/// but their values have to be numbers all the same. An error names the key it is about.
pub fn read_limits(text: &str) -> Result<Limits, LimitError> {
    let mut limits = Limits::default();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line
            .split_once(':')
            .ok_or(LimitError::NoSeparator(index + 1))?;
        let key = key.trim();
        let number = value.trim().parse::<u32>()?;
        match key {
            "soft" => limits.soft = number,
            "hard" => limits.hard = number,
            other => limits.unknown.push(other.to_string()),
        }
    }
    Ok(limits)
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum LimitError {
    NoSeparator(usize),
    BadNumber { key: String, source: ParseIntError },
}

#[derive(Debug, Default, PartialEq)]
pub struct Limits {
    pub soft: u32,
    pub hard: u32,
    pub unknown: Vec<String>,
}

/// Reads `key: number` lines. Names that mean nothing here are collected, not refused,
/// but their values have to be numbers all the same. An error names the key it is about.
pub fn read_limits(text: &str) -> Result<Limits, LimitError> {
    let mut limits = Limits::default();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line
            .split_once(':')
            .ok_or(LimitError::NoSeparator(index + 1))?;
        let key = key.trim();
        let number = value
            .trim()
            .parse::<u32>()
            .map_err(|source| LimitError::BadNumber { key: key.to_string(), source })?;
        match key {
            "soft" => limits.soft = number,
            "hard" => limits.hard = number,
            other => limits.unknown.push(other.to_string()),
        }
    }
    Ok(limits)
}
==== tests
#[test]
fn reads_values() {
    let l = read_limits("# limits\nsoft: 10\n\nhard : 20\nburst: 3\n").unwrap();
    assert_eq!(l, Limits { soft: 10, hard: 20, unknown: vec!["burst".to_string()] });
}
#[test]
fn bad_number_names_its_key() {
    match read_limits("soft: 1\nhard: lots") {
        Err(LimitError::BadNumber { key, source }) => {
            assert_eq!(key, "hard");
            assert_eq!(source, "lots".parse::<u32>().unwrap_err());
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(read_limits("burst: -1"), Err(LimitError::BadNumber { .. })));
}
#[test]
fn separator_is_needed() {
    assert_eq!(read_limits("soft: 1\nhard 2"), Err(LimitError::NoSeparator(2)));
}
