---
code: E0277
---
use std::fmt::{self, Display};

/// A fraction in lowest terms; whole numbers are written without the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    numerator: i64,
    denominator: i64,
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

impl Fraction {
    pub fn new(numerator: i64, denominator: i64) -> Self {
        let shared = gcd(numerator, denominator) * denominator.signum();
        Fraction { numerator: numerator / shared, denominator: denominator / shared }
    }
}

pub struct Matrix<T>(pub Vec<Vec<T>>);

impl<T: Display> Display for Matrix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.0 {
            let cells: Vec<String> = row.iter().map(|cell| cell.to_string()).collect();
            writeln!(f, "[{}]", cells.join(" "))?;
        }
        Ok(())
    }
}

/// The matrix with `1/(row + column)` in each place, counted from 1.
pub fn harmonic(size: i64) -> String {
    let row = |r: i64| (1..=size).map(|c| Fraction::new(1, r + c)).collect();
    render(Matrix::<Fraction>((1..=size).map(row).collect()))
}

fn render(shown: impl Display) -> String {
    format!("{}", shown)
}
==== fixed
use std::fmt::{self, Display};

/// A fraction in lowest terms; whole numbers are written without the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    numerator: i64,
    denominator: i64,
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

impl Fraction {
    pub fn new(numerator: i64, denominator: i64) -> Self {
        let shared = gcd(numerator, denominator) * denominator.signum();
        Fraction { numerator: numerator / shared, denominator: denominator / shared }
    }
}

impl Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1 {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

pub struct Matrix<T>(pub Vec<Vec<T>>);

impl<T: Display> Display for Matrix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.0 {
            let cells: Vec<String> = row.iter().map(|cell| cell.to_string()).collect();
            writeln!(f, "[{}]", cells.join(" "))?;
        }
        Ok(())
    }
}

/// The matrix with `1/(row + column)` in each place, counted from 1.
pub fn harmonic(size: i64) -> String {
    let row = |r: i64| (1..=size).map(|c| Fraction::new(1, r + c)).collect();
    render(Matrix::<Fraction>((1..=size).map(row).collect()))
}

fn render(shown: impl Display) -> String {
    format!("{}", shown)
}
==== tests
#[test]
fn harmonic_matrix() {
    assert_eq!(harmonic(2), "[1/2 1/3]\n[1/3 1/4]\n");
}

#[test]
fn lowest_terms_and_whole_numbers() {
    let matrix = Matrix(vec![vec![Fraction::new(4, 2), Fraction::new(3, -6)], vec![Fraction::new(0, 7), Fraction::new(10, 4)]]);
    assert_eq!(matrix.to_string(), "[2 -1/2]\n[0 5/2]\n");
}
