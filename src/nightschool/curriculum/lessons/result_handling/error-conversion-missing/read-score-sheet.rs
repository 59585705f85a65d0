---
code: E0277
---
use std::fmt;

/// Why a score sheet was refused; `line` counts from 1.
#[derive(Debug, PartialEq)]
pub struct SheetError {
    pub line: usize,
    pub reason: String,
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

/// Reads lines such as `Ann 12 7 30` and sums the points of each player.
/// The error tells the line and gives the parser's own message as reason.
pub fn read_sheet(text: &str) -> Result<Vec<(String, i32)>, SheetError> {
    let mut sums = Vec::new();
    for (index, row) in text.lines().enumerate() {
        let line = index + 1;
        let mut words = row.split_whitespace();
        let Some(name) = words.next() else {
            return Err(SheetError { line, reason: "no name".to_string() });
        };
        let mut sum = 0;
        for word in words {
            sum += word.parse::<i32>()?;
        }
        sums.push((name.to_string(), sum));
    }
    Ok(sums)
}
==== fixed
use std::fmt;

/// Why a score sheet was refused; `line` counts from 1.
#[derive(Debug, PartialEq)]
pub struct SheetError {
    pub line: usize,
    pub reason: String,
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

/// Reads lines such as `Ann 12 7 30` and sums the points of each player.
/// The error tells the line and gives the parser's own message as reason.
pub fn read_sheet(text: &str) -> Result<Vec<(String, i32)>, SheetError> {
    let mut sums = Vec::new();
    for (index, row) in text.lines().enumerate() {
        let line = index + 1;
        let mut words = row.split_whitespace();
        let Some(name) = words.next() else {
            return Err(SheetError { line, reason: "no name".to_string() });
        };
        let mut sum = 0;
        for word in words {
            sum += word.parse::<i32>()
                .map_err(|err| SheetError { line, reason: err.to_string() })?;
        }
        sums.push((name.to_string(), sum));
    }
    Ok(sums)
}
==== tests
#[test]
fn sums() {
    let s = read_sheet("Ann 12 7 30\nBob 5").unwrap();
    assert_eq!(s, [("Ann".to_string(), 49), ("Bob".to_string(), 5)]);
}
#[test]
fn bad_points() {
    let reason = "x7".parse::<i32>().unwrap_err().to_string();
    let err = read_sheet("Ann 1\nBob 2 x7").unwrap_err();
    assert_eq!(err, SheetError { line: 2, reason });
}
#[test]
fn no_name() {
    assert_eq!(read_sheet("Ann 1\n\n").unwrap_err().to_string(), "line 2: no name");
}
