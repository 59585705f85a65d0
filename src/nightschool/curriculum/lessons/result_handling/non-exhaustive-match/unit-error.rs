---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum ConvertError {
    UnknownUnit(String),
    Incompatible { from: String, to: String },
    NotANumber(String),
}

fn scale(unit: &str) -> Option<(char, f64)> {
    match unit {
        "m" => Some(('L', 1.0)),
        "km" => Some(('L', 1000.0)),
        "g" => Some(('M', 1.0)),
        "kg" => Some(('M', 1000.0)),
        _ => None,
    }
}

pub fn convert(text: &str, from: &str, to: &str) -> Result<f64, ConvertError> {
    let value: f64 = text
        .parse()
        .map_err(|_| ConvertError::NotANumber(text.to_string()))?;
    let (kind, a) = scale(from).ok_or_else(|| ConvertError::UnknownUnit(from.to_string()))?;
    let (other, b) = scale(to).ok_or_else(|| ConvertError::UnknownUnit(to.to_string()))?;
    if kind != other {
        return Err(ConvertError::Incompatible {
            from: from.to_string(),
            to: to.to_string(),
        });
    }
    Ok(value * a / b)
}

/// One line for the display. Every complaint names the text it is about.
pub fn report(text: &str, from: &str, to: &str) -> String {
    match convert(text, from, to) {
        Ok(value) => format!("{} {} = {} {}", text, from, value, to),
        Err(ConvertError::UnknownUnit(unit)) => format!("unknown unit: {}", unit),
        Err(ConvertError::NotANumber(bad)) => format!("not a number: {}", bad),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum ConvertError {
    UnknownUnit(String),
    Incompatible { from: String, to: String },
    NotANumber(String),
}

fn scale(unit: &str) -> Option<(char, f64)> {
    match unit {
        "m" => Some(('L', 1.0)),
        "km" => Some(('L', 1000.0)),
        "g" => Some(('M', 1.0)),
        "kg" => Some(('M', 1000.0)),
        _ => None,
    }
}

pub fn convert(text: &str, from: &str, to: &str) -> Result<f64, ConvertError> {
    let value: f64 = text
        .parse()
        .map_err(|_| ConvertError::NotANumber(text.to_string()))?;
    let (kind, a) = scale(from).ok_or_else(|| ConvertError::UnknownUnit(from.to_string()))?;
    let (other, b) = scale(to).ok_or_else(|| ConvertError::UnknownUnit(to.to_string()))?;
    if kind != other {
        return Err(ConvertError::Incompatible {
            from: from.to_string(),
            to: to.to_string(),
        });
    }
    Ok(value * a / b)
}

/// One line for the display. Every complaint names the text it is about.
pub fn report(text: &str, from: &str, to: &str) -> String {
    match convert(text, from, to) {
        Ok(value) => format!("{} {} = {} {}", text, from, value, to),
        Err(ConvertError::UnknownUnit(unit)) => format!("unknown unit: {}", unit),
        Err(ConvertError::Incompatible { from, to }) => {
            format!("cannot convert {} to {}", from, to)
        }
        Err(ConvertError::NotANumber(bad)) => format!("not a number: {}", bad),
    }
}
==== tests
#[test]
fn converts() {
    assert_eq!(report("2", "km", "m"), "2 km = 2000 m");
}

#[test]
fn incompatible_units_are_both_named() {
    let line = report("2", "km", "kg");
    assert!(line.contains("km") && line.contains("kg"), "{}", line);
    assert!(!line.contains('='));
    assert!(!line.starts_with("unknown unit") && !line.starts_with("not a number"));
}

#[test]
fn other_complaints_stay() {
    assert_eq!(report("2", "mile", "m"), "unknown unit: mile");
    assert_eq!(report("two", "km", "m"), "not a number: two");
}
