---
code: E0277
---
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum RecipeError {
    MissingUnit,
    BadAmount(ParseIntError),
}

impl fmt::Display for RecipeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecipeError::MissingUnit => write!(f, "ingredient has no unit"),
            RecipeError::BadAmount(e) => write!(f, "bad amount: {e}"),
        }
    }
}

impl std::error::Error for RecipeError {}

#[derive(Debug, PartialEq)]
pub struct Ingredient {
    pub amount: u32,
    pub unit: String,
    pub name: String,
}

/// Parses lines such as `200 g flour`.
pub fn parse_ingredient(line: &str) -> Result<Ingredient, RecipeError> {
    let mut parts = line.splitn(3, ' ');
    let amount = parts.next().unwrap_or("").parse::<u32>()?;
    let unit = parts.next().ok_or(RecipeError::MissingUnit)?.to_string();
    let name = parts.next().unwrap_or("").to_string();
    Ok(Ingredient { amount, unit, name })
}

/// Parses the amount column alone, for the shopping list.
pub fn parse_amounts(lines: &[&str]) -> Result<u32, RecipeError> {
    let mut total = 0;
    for line in lines {
        let n = line.trim().parse::<u32>()?;
        total += n;
    }
    Ok(total)
}
==== fixed
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum RecipeError {
    MissingUnit,
    BadAmount(ParseIntError),
}

impl fmt::Display for RecipeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecipeError::MissingUnit => write!(f, "ingredient has no unit"),
            RecipeError::BadAmount(e) => write!(f, "bad amount: {e}"),
        }
    }
}

impl std::error::Error for RecipeError {}

impl From<ParseIntError> for RecipeError {
    fn from(e: ParseIntError) -> Self {
        RecipeError::BadAmount(e)
    }
}

#[derive(Debug, PartialEq)]
pub struct Ingredient {
    pub amount: u32,
    pub unit: String,
    pub name: String,
}

/// Parses lines such as `200 g flour`.
pub fn parse_ingredient(line: &str) -> Result<Ingredient, RecipeError> {
    let mut parts = line.splitn(3, ' ');
    let amount = parts.next().unwrap_or("").parse::<u32>()?;
    let unit = parts.next().ok_or(RecipeError::MissingUnit)?.to_string();
    let name = parts.next().unwrap_or("").to_string();
    Ok(Ingredient { amount, unit, name })
}

/// Parses the amount column alone, for the shopping list.
pub fn parse_amounts(lines: &[&str]) -> Result<u32, RecipeError> {
    let mut total = 0;
    for line in lines {
        let n = line.trim().parse::<u32>()?;
        total += n;
    }
    Ok(total)
}
==== tests
#[test]
fn parses_a_line() {
    let got = parse_ingredient("200 g brown sugar").unwrap();
    assert_eq!(got, Ingredient { amount: 200, unit: "g".into(), name: "brown sugar".into() });
}

#[test]
fn bad_amount_keeps_its_cause() {
    let cause = "two".parse::<u32>().unwrap_err();
    assert_eq!(parse_ingredient("two g flour"), Err(RecipeError::BadAmount(cause.clone())));
    assert_eq!(parse_amounts(&["3", "two"]), Err(RecipeError::BadAmount(cause)));
}

#[test]
fn amounts_add_up_and_unit_is_required() {
    assert_eq!(parse_amounts(&["3", " 4 "]), Ok(7));
    assert_eq!(parse_ingredient("5"), Err(RecipeError::MissingUnit));
}
