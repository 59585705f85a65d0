---
code: E0308
---
/// Limits that apply to a reader; the text form is `lines=100,width=80`.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    pub lines: usize,
    pub width: usize,
}

#[derive(Debug, PartialEq)]
pub enum LimitError {
    UnknownName(String),
    NoNumber(String),
}

impl Default for Limits {
    fn default() -> Self {
        Limits { lines: 1000, width: 120 }
    }
}

fn number(text: &str) -> Result<usize, LimitError> {
    text.parse().map_err(|_| LimitError::NoNumber(text.to_string()))
}

/// What the text does not mention keeps its default.
pub fn parse_limits(text: &str) -> Result<Limits, LimitError> {
    let mut limits = Limits::default();
    for part in text.split(',').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name {
            "lines" => limits.lines = number(value),
            "width" => limits.width = number(value),
            other => return Err(LimitError::UnknownName(other.to_string())),
        }
    }
    Ok(limits)
}

/// The text, cut down to the limits.
pub fn cut(text: &str, limits: &Limits) -> Vec<String> {
    text.lines()
        .take(limits.lines)
        .map(|line| line.chars().take(limits.width).collect())
        .collect()
}
==== fixed
/// Limits that apply to a reader; the text form is `lines=100,width=80`.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    pub lines: usize,
    pub width: usize,
}

#[derive(Debug, PartialEq)]
pub enum LimitError {
    UnknownName(String),
    NoNumber(String),
}

impl Default for Limits {
    fn default() -> Self {
        Limits { lines: 1000, width: 120 }
    }
}

fn number(text: &str) -> Result<usize, LimitError> {
    text.parse().map_err(|_| LimitError::NoNumber(text.to_string()))
}

/// What the text does not mention keeps its default.
pub fn parse_limits(text: &str) -> Result<Limits, LimitError> {
    let mut limits = Limits::default();
    for part in text.split(',').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name {
            "lines" => limits.lines = number(value)?,
            "width" => limits.width = number(value)?,
            other => return Err(LimitError::UnknownName(other.to_string())),
        }
    }
    Ok(limits)
}

/// The text, cut down to the limits.
pub fn cut(text: &str, limits: &Limits) -> Vec<String> {
    text.lines()
        .take(limits.lines)
        .map(|line| line.chars().take(limits.width).collect())
        .collect()
}
==== tests
#[test]
fn reads_limits() {
    assert_eq!(parse_limits("width=3,lines=2"), Ok(Limits { lines: 2, width: 3 }));
    assert_eq!(parse_limits("width=0"), Ok(Limits { lines: 1000, width: 0 }));
    assert_eq!(parse_limits(""), Ok(Limits::default()));
}

#[test]
fn bad_limits_are_errors() {
    assert_eq!(parse_limits("lines=x"), Err(LimitError::NoNumber("x".to_string())));
    assert_eq!(parse_limits("lines=1,width"), Err(LimitError::NoNumber("".to_string())));
    assert_eq!(parse_limits("depth=1"), Err(LimitError::UnknownName("depth".to_string())));
}

#[test]
fn cuts() {
    let limits = parse_limits("width=2,lines=2").unwrap();
    assert_eq!(cut("abc\nd\ne", &limits), vec!["ab", "d"]);
}
