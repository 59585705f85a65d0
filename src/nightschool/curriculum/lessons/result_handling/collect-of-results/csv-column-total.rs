---
code: E0277
---
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum CsvError {
    MissingColumn { line: usize, column: usize },
    NotANumber { line: usize, text: String },
}

impl fmt::Display for CsvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CsvError::MissingColumn { line, column } => {
                write!(f, "line {line}: no column {column}")
            }
            CsvError::NotANumber { line, text } => write!(f, "line {line}: `{text}` is not a number"),
        }
    }
}

fn cell(line: usize, row: &str, column: usize) -> Result<i64, CsvError> {
    let text = row
        .split(',')
        .nth(column)
        .ok_or(CsvError::MissingColumn { line, column })?
        .trim();
    text.parse().map_err(|_| CsvError::NotANumber {
        line,
        text: text.to_string(),
    })
}

/// Adds up one column of a headerless CSV text.
/// The first row that cannot be read makes the whole total an error.
pub fn column_total(csv: &str, column: usize) -> Result<i64, CsvError> {
    let total: i64 = csv
        .lines()
        .enumerate()
        .filter(|(_, row)| !row.trim().is_empty())
        .map(|(index, row)| cell(index + 1, row, column))
        .sum();
    Ok(total)
}
==== fixed
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum CsvError {
    MissingColumn { line: usize, column: usize },
    NotANumber { line: usize, text: String },
}

impl fmt::Display for CsvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CsvError::MissingColumn { line, column } => {
                write!(f, "line {line}: no column {column}")
            }
            CsvError::NotANumber { line, text } => write!(f, "line {line}: `{text}` is not a number"),
        }
    }
}

fn cell(line: usize, row: &str, column: usize) -> Result<i64, CsvError> {
    let text = row
        .split(',')
        .nth(column)
        .ok_or(CsvError::MissingColumn { line, column })?
        .trim();
    text.parse().map_err(|_| CsvError::NotANumber {
        line,
        text: text.to_string(),
    })
}

/// Adds up one column of a headerless CSV text.
/// The first row that cannot be read makes the whole total an error.
pub fn column_total(csv: &str, column: usize) -> Result<i64, CsvError> {
    let total = csv
        .lines()
        .enumerate()
        .filter(|(_, row)| !row.trim().is_empty())
        .map(|(index, row)| cell(index + 1, row, column))
        .sum::<Result<i64, CsvError>>()?;
    Ok(total)
}
==== tests
#[test]
fn adds_a_column() {
    assert_eq!(column_total("a,1\nb,20\n\nc, 300\n", 1), Ok(321));
}
#[test]
fn first_bad_row_is_reported() {
    assert_eq!(
        column_total("a,1\nb,x\nc\n", 1),
        Err(CsvError::NotANumber { line: 2, text: "x".to_string() })
    );
    assert_eq!(
        column_total("a,1\nb\n", 1),
        Err(CsvError::MissingColumn { line: 2, column: 1 })
    );
}
#[test]
fn empty_is_zero() {
    assert_eq!(column_total("", 3), Ok(0));
}
