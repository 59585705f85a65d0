---
code: E0277
---
//! Scales the ingredient lines of a recipe.

#[derive(Debug, PartialEq)]
pub enum RecipeError {
    NoAmount(String),
    BadAmount(String),
}

/// Reads the grams in front of an ingredient: `250 flour` is 250.
fn grams(line: &str) -> Result<f64, RecipeError> {
    let (amount, _name) = line
        .trim()
        .split_once(' ')
        .ok_or_else(|| RecipeError::NoAmount(line.to_string()))?;
    amount
        .parse()
        .map_err(|_| RecipeError::BadAmount(amount.to_string()))
}

/// Grams of each ingredient when the recipe is cooked for `wanted` people
/// instead of `serves`. The first line that cannot be read spoils the lot.
pub fn scaled(lines: &[&str], serves: u32, wanted: u32) -> Result<Vec<f64>, RecipeError> {
    let factor = f64::from(wanted) / f64::from(serves);
    lines
        .iter()
        .map(|line| grams(line)? * factor)
        .collect()
}

/// The weight of the whole dish.
pub fn dish_weight(lines: &[&str], serves: u32, wanted: u32) -> Result<f64, RecipeError> {
    let amounts = scaled(lines, serves, wanted)?;
    Ok(amounts.iter().sum())
}
==== fixed
//! Scales the ingredient lines of a recipe.

#[derive(Debug, PartialEq)]
pub enum RecipeError {
    NoAmount(String),
    BadAmount(String),
}

/// Reads the grams in front of an ingredient: `250 flour` is 250.
fn grams(line: &str) -> Result<f64, RecipeError> {
    let (amount, _name) = line
        .trim()
        .split_once(' ')
        .ok_or_else(|| RecipeError::NoAmount(line.to_string()))?;
    amount
        .parse()
        .map_err(|_| RecipeError::BadAmount(amount.to_string()))
}

/// Grams of each ingredient when the recipe is cooked for `wanted` people
/// instead of `serves`. The first line that cannot be read spoils the lot.
pub fn scaled(lines: &[&str], serves: u32, wanted: u32) -> Result<Vec<f64>, RecipeError> {
    let factor = f64::from(wanted) / f64::from(serves);
    lines
        .iter()
        .map(|line| Ok(grams(line)? * factor))
        .collect()
}

/// The weight of the whole dish.
pub fn dish_weight(lines: &[&str], serves: u32, wanted: u32) -> Result<f64, RecipeError> {
    let amounts = scaled(lines, serves, wanted)?;
    Ok(amounts.iter().sum())
}
==== tests
#[test]
fn doubles_every_line_in_order() {
    assert_eq!(scaled(&["250 flour", "3 salt"], 2, 4), Ok(vec![500.0, 6.0]));
}

#[test]
fn the_first_unreadable_line_is_told() {
    assert_eq!(
        scaled(&["250 flour", "some salt", "sugar"], 2, 4),
        Err(RecipeError::BadAmount("some".to_string()))
    );
    assert_eq!(dish_weight(&["1 oil", "sugar"], 1, 1), Err(RecipeError::NoAmount("sugar".to_string())));
}

#[test]
fn weighs_the_dish() {
    assert_eq!(dish_weight(&["100 rice", "50 peas"], 2, 6), Ok(450.0));
}
