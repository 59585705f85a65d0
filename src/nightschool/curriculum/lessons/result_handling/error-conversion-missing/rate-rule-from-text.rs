---
code: E0277
---
use std::fmt;
use std::num::ParseIntError;

/// A problem in a limiter rule such as `login:5/60`.
#[derive(Debug, PartialEq, Eq)]
pub enum RuleError {
    MissingPart(&'static str),
    BadNumber(ParseIntError),
    ZeroWindow,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RuleError::MissingPart(part) => write!(f, "missing {}", part),
            RuleError::BadNumber(err) => write!(f, "bad number: {}", err),
            RuleError::ZeroWindow => write!(f, "window must not be zero"),
        }
    }
}

impl std::error::Error for RuleError {}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateRule {
    pub action: String,
    pub permits: u32,
    pub window_secs: u64,
}

pub fn parse_rule(text: &str) -> Result<RateRule, RuleError> {
    let (action, rest) = text.split_once(':').ok_or(RuleError::MissingPart("action"))?;
    let (permits, window) = rest.split_once('/').ok_or(RuleError::MissingPart("window"))?;
    let permits = permits.trim().parse::<u32>()?;
    let window_secs = window.trim().parse::<u64>()?;
    if window_secs == 0 {
        return Err(RuleError::ZeroWindow);
    }
    Ok(RateRule { action: action.to_string(), permits, window_secs })
}
==== fixed
use std::fmt;
use std::num::ParseIntError;

/// A problem in a limiter rule such as `login:5/60`.
#[derive(Debug, PartialEq, Eq)]
pub enum RuleError {
    MissingPart(&'static str),
    BadNumber(ParseIntError),
    ZeroWindow,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RuleError::MissingPart(part) => write!(f, "missing {}", part),
            RuleError::BadNumber(err) => write!(f, "bad number: {}", err),
            RuleError::ZeroWindow => write!(f, "window must not be zero"),
        }
    }
}

impl std::error::Error for RuleError {}

impl From<ParseIntError> for RuleError {
    fn from(err: ParseIntError) -> Self {
        RuleError::BadNumber(err)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateRule {
    pub action: String,
    pub permits: u32,
    pub window_secs: u64,
}

pub fn parse_rule(text: &str) -> Result<RateRule, RuleError> {
    let (action, rest) = text.split_once(':').ok_or(RuleError::MissingPart("action"))?;
    let (permits, window) = rest.split_once('/').ok_or(RuleError::MissingPart("window"))?;
    let permits = permits.trim().parse::<u32>()?;
    let window_secs = window.trim().parse::<u64>()?;
    if window_secs == 0 {
        return Err(RuleError::ZeroWindow);
    }
    Ok(RateRule { action: action.to_string(), permits, window_secs })
}
==== tests
#[test]
fn parses_a_rule() {
    let rule = parse_rule("login: 5/60").unwrap();
    assert_eq!(rule, RateRule { action: "login".to_string(), permits: 5, window_secs: 60 });
}

#[test]
fn bad_numbers_keep_their_cause() {
    let cause = "x".parse::<u32>().unwrap_err();
    assert_eq!(parse_rule("login:x/60"), Err(RuleError::BadNumber(cause)));
    let cause = "".parse::<u64>().unwrap_err();
    assert_eq!(parse_rule("login:5/"), Err(RuleError::BadNumber(cause)));
}

#[test]
fn structure_errors_stay() {
    assert_eq!(parse_rule("login"), Err(RuleError::MissingPart("action")));
    assert_eq!(parse_rule("login:5/0"), Err(RuleError::ZeroWindow));
}
