---
code: E0277
---
use std::collections::BTreeMap;
use std::num::ParseIntError;

/// Errors name the line, counted from one.
#[derive(Debug, PartialEq)]
pub enum LoadError {
    NoSeparator { line: usize },
    BadNumber { line: usize, cause: ParseIntError },
    Duplicate { line: usize, key: String },
}

/// Reads `key = number` lines; blank lines and those that begin with `#` are passed over.
pub fn load(text: &str) -> Result<BTreeMap<String, i64>, LoadError> {
    let mut values = BTreeMap::new();
    for (at, raw) in text.lines().enumerate() {
        let line = at + 1;
        let raw = raw.trim();
        if raw.is_empty() || raw.starts_with('#') {
            continue;
        }
        let (key, number) = raw
            .split_once('=')
            .ok_or(LoadError::NoSeparator { line })?;
        let number = number.trim().parse::<i64>()?;
        let key = key.trim_end().to_string();
        if values.contains_key(&key) {
            return Err(LoadError::Duplicate { line, key });
        }
        values.insert(key, number);
    }
    Ok(values)
}
==== fixed
use std::collections::BTreeMap;
use std::num::ParseIntError;

/// Errors name the line, counted from one.
#[derive(Debug, PartialEq)]
pub enum LoadError {
    NoSeparator { line: usize },
    BadNumber { line: usize, cause: ParseIntError },
    Duplicate { line: usize, key: String },
}

/// Reads `key = number` lines; blank lines and those that begin with `#` are passed over.
pub fn load(text: &str) -> Result<BTreeMap<String, i64>, LoadError> {
    let mut values = BTreeMap::new();
    for (at, raw) in text.lines().enumerate() {
        let line = at + 1;
        let raw = raw.trim();
        if raw.is_empty() || raw.starts_with('#') {
            continue;
        }
        let (key, number) = raw
            .split_once('=')
            .ok_or(LoadError::NoSeparator { line })?;
        let number = number
            .trim()
            .parse::<i64>()
            .map_err(|cause| LoadError::BadNumber { line, cause })?;
        let key = key.trim_end().to_string();
        if values.contains_key(&key) {
            return Err(LoadError::Duplicate { line, key });
        }
        values.insert(key, number);
    }
    Ok(values)
}
==== tests
#[test]
fn loads() {
    let values = load("# sizes\nmin = 1\n\nmax=20\n").unwrap();
    assert_eq!(values.len(), 2);
    assert_eq!(values["max"], 20);
}

#[test]
fn bad_number_names_its_line() {
    match load("a = 1\n\nb = x") {
        Err(LoadError::BadNumber { line, .. }) => assert_eq!(line, 3),
        other => panic!("{:?}", other),
    }
}

#[test]
fn other_errors() {
    assert_eq!(load("a = 1\nb"), Err(LoadError::NoSeparator { line: 2 }));
    assert!(matches!(load("a = 1\na = 2"), Err(LoadError::Duplicate { line: 2, .. })));
}
