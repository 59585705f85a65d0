---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum EvalError {
    UnknownName(String),
    DivideByZero,
    Overflow,
}

#[derive(Debug, Clone)]
pub enum Formula {
    Number(i32),
    Name(String),
    Quotient(Box<Formula>, Box<Formula>),
}

pub fn evaluate(formula: &Formula, names: &[(&str, i32)]) -> Result<i32, EvalError> {
    match formula {
        Formula::Number(n) => Ok(*n),
        Formula::Name(name) => names
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| *value)
            .ok_or_else(|| EvalError::UnknownName(name.clone())),
        Formula::Quotient(a, b) => {
            let (a, b) = (evaluate(a, names)?, evaluate(b, names)?);
            match (b, a.checked_div(b)) {
                (_, Some(value)) => Ok(value),
                (0, None) => Err(EvalError::DivideByZero),
            }
        }
    }
}

/// What a spreadsheet cell shows: the value, `#NAME`, `#DIV` or, for a value that
/// does not fit into a cell, `#NUM`.
pub fn cell_text(formula: &Formula, names: &[(&str, i32)]) -> String {
    match evaluate(formula, names) {
        Ok(value) => value.to_string(),
        Err(EvalError::UnknownName(name)) => format!("#NAME {name}"),
        Err(EvalError::DivideByZero) => "#DIV".to_string(),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum EvalError {
    UnknownName(String),
    DivideByZero,
    Overflow,
}

#[derive(Debug, Clone)]
pub enum Formula {
    Number(i32),
    Name(String),
    Quotient(Box<Formula>, Box<Formula>),
}

pub fn evaluate(formula: &Formula, names: &[(&str, i32)]) -> Result<i32, EvalError> {
    match formula {
        Formula::Number(n) => Ok(*n),
        Formula::Name(name) => names
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| *value)
            .ok_or_else(|| EvalError::UnknownName(name.clone())),
        Formula::Quotient(a, b) => {
            let (a, b) = (evaluate(a, names)?, evaluate(b, names)?);
            match (b, a.checked_div(b)) {
                (_, Some(value)) => Ok(value),
                (0, None) => Err(EvalError::DivideByZero),
                (_, None) => Err(EvalError::Overflow),
            }
        }
    }
}

/// What a spreadsheet cell shows: the value, `#NAME`, `#DIV` or, for a value that
/// does not fit into a cell, `#NUM`.
pub fn cell_text(formula: &Formula, names: &[(&str, i32)]) -> String {
    match evaluate(formula, names) {
        Ok(value) => value.to_string(),
        Err(EvalError::UnknownName(name)) => format!("#NAME {name}"),
        Err(EvalError::DivideByZero) => "#DIV".to_string(),
        Err(EvalError::Overflow) => "#NUM".to_string(),
    }
}
==== tests
fn quotient(a: i32, b: i32) -> Formula {
    Formula::Quotient(Box::new(Formula::Number(a)), Box::new(Formula::Number(b)))
}
#[test]
fn values_and_names() {
    assert_eq!(cell_text(&quotient(7, 2), &[]), "3");
    assert_eq!(cell_text(&Formula::Name("x".into()), &[("x", 4)]), "4");
    assert_eq!(cell_text(&Formula::Name("y".into()), &[("x", 4)]), "#NAME y");
}
#[test]
fn the_two_failures_differ() {
    assert_eq!(cell_text(&quotient(i32::MIN, 0), &[]), "#DIV");
    assert_eq!(cell_text(&quotient(i32::MIN, -1), &[]), "#NUM");
    assert_eq!(evaluate(&quotient(i32::MIN, -1), &[]), Err(EvalError::Overflow));
    assert_eq!(evaluate(&quotient(1, 0), &[]), Err(EvalError::DivideByZero));
}
