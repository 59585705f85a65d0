---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum LimitError {
    Empty,
    NotANumber(String),
    Negative(i64),
}

/// Reads the field "comments per page" of a form.
pub fn read_limit(field: &str) -> Result<u32, LimitError> {
    let field = field.trim();
    if field.is_empty() {
        return Err(LimitError::Empty);
    }
    match field.parse::<i64>() {
        Ok(n) if n < 0 => Err(LimitError::Negative(n)),
        Ok(n) => Ok(n.min(500) as u32),
        Err(_) => Err(LimitError::NotANumber(field.to_string())),
    }
}

/// How many comments a page shows. An empty field means 20 and zero means all there are;
/// everything that is wrong is passed on to the form.
pub fn page_size(field: &str, total: u32) -> Result<u32, LimitError> {
    match read_limit(field) {
        Ok(0) => Ok(total),
        Ok(n) => Ok(n.min(total)),
        Err(LimitError::Empty) => Ok(total.min(20)),
        Err(LimitError::NotANumber(text)) => Err(LimitError::NotANumber(text)),
    }
}

/// Number of pages for a post; at least one.
pub fn pages(field: &str, total: u32) -> Result<u32, LimitError> {
    let size = page_size(field, total)?.max(1);
    Ok(((total + size - 1) / size).max(1))
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum LimitError {
    Empty,
    NotANumber(String),
    Negative(i64),
}

/// Reads the field "comments per page" of a form.
pub fn read_limit(field: &str) -> Result<u32, LimitError> {
    let field = field.trim();
    if field.is_empty() {
        return Err(LimitError::Empty);
    }
    match field.parse::<i64>() {
        Ok(n) if n < 0 => Err(LimitError::Negative(n)),
        Ok(n) => Ok(n.min(500) as u32),
        Err(_) => Err(LimitError::NotANumber(field.to_string())),
    }
}

/// How many comments a page shows. An empty field means 20 and zero means all there are;
/// everything that is wrong is passed on to the form.
pub fn page_size(field: &str, total: u32) -> Result<u32, LimitError> {
    match read_limit(field) {
        Ok(0) => Ok(total),
        Ok(n) => Ok(n.min(total)),
        Err(LimitError::Empty) => Ok(total.min(20)),
        Err(other) => Err(other),
    }
}

/// Number of pages for a post; at least one.
pub fn pages(field: &str, total: u32) -> Result<u32, LimitError> {
    let size = page_size(field, total)?.max(1);
    Ok(((total + size - 1) / size).max(1))
}
==== tests
#[test]
fn sizes() {
    assert_eq!(page_size("", 100), Ok(20));
    assert_eq!(page_size("0", 100), Ok(100));
    assert_eq!(page_size("30", 12), Ok(12));
    assert_eq!(pages("30", 61), Ok(3));
    assert_eq!(pages("", 0), Ok(1));
}

#[test]
fn wrong_fields_are_passed_on() {
    assert_eq!(page_size("-3", 100), Err(LimitError::Negative(-3)));
    assert_eq!(pages("lots", 100), Err(LimitError::NotANumber("lots".into())));
    assert_eq!(pages("-1", 0), Err(LimitError::Negative(-1)));
}
