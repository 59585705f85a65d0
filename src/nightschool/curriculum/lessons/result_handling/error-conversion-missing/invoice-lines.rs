---
code: E0277
---
use std::fmt;
use std::num::{ParseFloatError, ParseIntError};

#[derive(Debug, PartialEq)]
pub enum InvoiceError {
    Quantity(ParseIntError),
    Price(ParseFloatError),
    Incomplete,
}

impl From<ParseIntError> for InvoiceError {
    fn from(e: ParseIntError) -> Self {
        InvoiceError::Quantity(e)
    }
}

impl fmt::Display for InvoiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InvoiceError::Quantity(e) => write!(f, "bad quantity: {e}"),
            InvoiceError::Price(e) => write!(f, "bad price: {e}"),
            InvoiceError::Incomplete => write!(f, "incomplete line"),
        }
    }
}

/// Parses `quantity x price` and gives the line's sum.
pub fn line_sum(line: &str) -> Result<f64, InvoiceError> {
    let (quantity, price) = line.split_once('x').ok_or(InvoiceError::Incomplete)?;
    let quantity: u32 = quantity.trim().parse()?;
    let price: f64 = price.trim().parse()?;
    Ok(f64::from(quantity) * price)
}

pub fn invoice_sum(text: &str) -> Result<f64, InvoiceError> {
    let mut sum = 0.0;
    for line in text.lines() {
        sum += line_sum(line)?;
    }
    Ok(sum)
}
==== fixed
use std::fmt;
use std::num::{ParseFloatError, ParseIntError};

#[derive(Debug, PartialEq)]
pub enum InvoiceError {
    Quantity(ParseIntError),
    Price(ParseFloatError),
    Incomplete,
}

impl From<ParseIntError> for InvoiceError {
    fn from(e: ParseIntError) -> Self {
        InvoiceError::Quantity(e)
    }
}

impl From<ParseFloatError> for InvoiceError {
    fn from(e: ParseFloatError) -> Self {
        InvoiceError::Price(e)
    }
}

impl fmt::Display for InvoiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InvoiceError::Quantity(e) => write!(f, "bad quantity: {e}"),
            InvoiceError::Price(e) => write!(f, "bad price: {e}"),
            InvoiceError::Incomplete => write!(f, "incomplete line"),
        }
    }
}

/// Parses `quantity x price` and gives the line's sum.
pub fn line_sum(line: &str) -> Result<f64, InvoiceError> {
    let (quantity, price) = line.split_once('x').ok_or(InvoiceError::Incomplete)?;
    let quantity: u32 = quantity.trim().parse()?;
    let price: f64 = price.trim().parse()?;
    Ok(f64::from(quantity) * price)
}

pub fn invoice_sum(text: &str) -> Result<f64, InvoiceError> {
    let mut sum = 0.0;
    for line in text.lines() {
        sum += line_sum(line)?;
    }
    Ok(sum)
}
==== tests
#[test]
fn sums_lines() {
    assert_eq!(invoice_sum("2 x 1.5\n3 x 4"), Ok(15.0));
    assert_eq!(invoice_sum(""), Ok(0.0));
}

#[test]
fn each_fault_has_its_kind() {
    assert!(matches!(line_sum("two x 1"), Err(InvoiceError::Quantity(_))));
    assert!(matches!(line_sum("2 x one"), Err(InvoiceError::Price(_))));
    assert_eq!(line_sum("2"), Err(InvoiceError::Incomplete));
}

#[test]
fn first_fault_ends_the_invoice() {
    let e = invoice_sum("1 x 2\n1 x ?\nx").unwrap_err();
    assert!(e.to_string().starts_with("bad price: "), "{e}");
}
