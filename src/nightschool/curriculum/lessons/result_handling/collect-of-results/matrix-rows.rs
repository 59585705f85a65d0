---
code: E0277
---
use std::num::ParseFloatError;

#[derive(Debug, PartialEq)]
pub enum MatrixError {
    BadNumber(ParseFloatError),
    Ragged { row: usize },
    Empty,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: Vec<Vec<f64>>,
}

impl Matrix {
    /// Reads one row a line, numbers parted by blanks. A bad number makes
    /// the whole matrix an error.
    pub fn parse(text: &str) -> Result<Matrix, MatrixError> {
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let row: Vec<f64> = line
                .split_whitespace()
                .map(|cell| cell.parse::<f64>())
                .collect();
            if rows.first().map_or(false, |first| first.len() != row.len()) {
                return Err(MatrixError::Ragged { row: index });
            }
            rows.push(row);
        }
        if rows.is_empty() {
            return Err(MatrixError::Empty);
        }
        Ok(Matrix { rows })
    }

    pub fn trace(&self) -> f64 {
        self.rows
            .iter()
            .enumerate()
            .filter_map(|(i, row)| row.get(i))
            .sum()
    }
}
==== fixed
use std::num::ParseFloatError;

#[derive(Debug, PartialEq)]
pub enum MatrixError {
    BadNumber(ParseFloatError),
    Ragged { row: usize },
    Empty,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: Vec<Vec<f64>>,
}

impl Matrix {
    /// Reads one row a line, numbers parted by blanks. A bad number makes
    /// the whole matrix an error.
    pub fn parse(text: &str) -> Result<Matrix, MatrixError> {
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let row: Result<Vec<f64>, _> = line
                .split_whitespace()
                .map(|cell| cell.parse::<f64>())
                .collect();
            let row = row.map_err(MatrixError::BadNumber)?;
            if rows.first().map_or(false, |first| first.len() != row.len()) {
                return Err(MatrixError::Ragged { row: index });
            }
            rows.push(row);
        }
        if rows.is_empty() {
            return Err(MatrixError::Empty);
        }
        Ok(Matrix { rows })
    }

    pub fn trace(&self) -> f64 {
        self.rows
            .iter()
            .enumerate()
            .filter_map(|(i, row)| row.get(i))
            .sum()
    }
}
==== tests
#[test]
fn reads_numbers() {
    assert_eq!(Matrix::parse("1 2\n3 4.5").unwrap().trace(), 5.5);
}

#[test]
fn bad_number_is_reported() {
    let expected = "x".parse::<f64>().unwrap_err();
    assert_eq!(Matrix::parse("1 2\n3 x"), Err(MatrixError::BadNumber(expected.clone())));
    assert_eq!(Matrix::parse("1 2 x\n3 4"), Err(MatrixError::BadNumber(expected)));
}

#[test]
fn shape_is_checked() {
    assert_eq!(Matrix::parse("1 2\n3"), Err(MatrixError::Ragged { row: 1 }));
    assert_eq!(Matrix::parse(""), Err(MatrixError::Empty));
}
