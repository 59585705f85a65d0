---
code: E0277
---
use std::collections::BTreeMap;
use std::fmt;
use std::num::ParseFloatError;

#[derive(Debug, Clone, PartialEq)]
pub enum FeedError {
    Row(RowError),
    Number(ParseFloatError),
}

#[derive(Debug, Clone, PartialEq)]
pub struct RowError {
    pub row: usize,
    pub fields: usize,
}

impl fmt::Display for FeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FeedError::Row(e) => write!(f, "row {} has {} fields", e.row, e.fields),
            FeedError::Number(e) => write!(f, "{e}"),
        }
    }
}

impl From<ParseFloatError> for FeedError {
    fn from(e: ParseFloatError) -> FeedError {
        FeedError::Number(e)
    }
}

fn fields(row: usize, line: &str) -> Result<[&str; 3], RowError> {
    let parts: Vec<&str> = line.split(';').map(str::trim).collect();
    <[&str; 3]>::try_from(parts).map_err(|parts| RowError { row, fields: parts.len() })
}

/// Reads lines of `town; low; high` into a table.
pub fn read_feed(text: &str) -> Result<BTreeMap<String, (f64, f64)>, FeedError> {
    let mut table = BTreeMap::new();
    for (row, line) in text.lines().enumerate() {
        let [town, low, high] = fields(row, line)?;
        let low = low.parse::<f64>()?;
        let high = high.parse::<f64>()?;
        table.insert(town.to_string(), (low, high));
    }
    Ok(table)
}
==== fixed
use std::collections::BTreeMap;
use std::fmt;
use std::num::ParseFloatError;

#[derive(Debug, Clone, PartialEq)]
pub enum FeedError {
    Row(RowError),
    Number(ParseFloatError),
}

#[derive(Debug, Clone, PartialEq)]
pub struct RowError {
    pub row: usize,
    pub fields: usize,
}

impl fmt::Display for FeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FeedError::Row(e) => write!(f, "row {} has {} fields", e.row, e.fields),
            FeedError::Number(e) => write!(f, "{e}"),
        }
    }
}

impl From<ParseFloatError> for FeedError {
    fn from(e: ParseFloatError) -> FeedError {
        FeedError::Number(e)
    }
}

impl From<RowError> for FeedError {
    fn from(e: RowError) -> FeedError {
        FeedError::Row(e)
    }
}

fn fields(row: usize, line: &str) -> Result<[&str; 3], RowError> {
    let parts: Vec<&str> = line.split(';').map(str::trim).collect();
    <[&str; 3]>::try_from(parts).map_err(|parts| RowError { row, fields: parts.len() })
}

/// Reads lines of `town; low; high` into a table.
pub fn read_feed(text: &str) -> Result<BTreeMap<String, (f64, f64)>, FeedError> {
    let mut table = BTreeMap::new();
    for (row, line) in text.lines().enumerate() {
        let [town, low, high] = fields(row, line)?;
        let low = low.parse::<f64>()?;
        let high = high.parse::<f64>()?;
        table.insert(town.to_string(), (low, high));
    }
    Ok(table)
}
==== tests
#[test]
fn reads_rows() {
    let t = read_feed("Oslo; -2; 4.5\nRome; 9; 17").unwrap();
    assert_eq!(t["Oslo"], (-2.0, 4.5));
    assert_eq!(t.len(), 2);
}

#[test]
fn errors_keep_their_kind() {
    let e = read_feed("Oslo; 1; 2\nRome; 9").unwrap_err();
    assert_eq!(e, FeedError::Row(RowError { row: 1, fields: 2 }));
    assert_eq!(e.to_string(), "row 1 has 2 fields");
    assert!(matches!(read_feed("Oslo; x; 2"), Err(FeedError::Number(_))));
}
