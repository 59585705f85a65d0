---
code: E0277
---
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub enum HeaderError {
    Missing(&'static str),
    Number(ParseIntError),
    BadMagic(String),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HeaderError::Missing(what) => write!(f, "{} is missing", what),
            HeaderError::Number(cause) => write!(f, "bad number: {}", cause),
            HeaderError::BadMagic(found) => write!(f, "not a graymap: {}", found),
        }
    }
}

impl std::error::Error for HeaderError {}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub width: u32,
    pub height: u32,
    pub depth: u16,
}

/// Reads the head of a graymap such as `P2 640 480 255`.
pub fn parse_header(text: &str) -> Result<Header, HeaderError> {
    let mut words = text.split_whitespace();
    let magic = words.next().ok_or(HeaderError::Missing("magic"))?;
    if magic != "P2" {
        return Err(HeaderError::BadMagic(magic.to_string()));
    }
    let width = words.next().ok_or(HeaderError::Missing("width"))?.parse::<u32>()?;
    let height = words.next().ok_or(HeaderError::Missing("height"))?.parse::<u32>()?;
    let depth = words.next().map_or(Ok(255), |word| word.parse::<u16>())?;
    Ok(Header { width, height, depth })
}
==== fixed
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub enum HeaderError {
    Missing(&'static str),
    Number(ParseIntError),
    BadMagic(String),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HeaderError::Missing(what) => write!(f, "{} is missing", what),
            HeaderError::Number(cause) => write!(f, "bad number: {}", cause),
            HeaderError::BadMagic(found) => write!(f, "not a graymap: {}", found),
        }
    }
}

impl std::error::Error for HeaderError {}

impl From<ParseIntError> for HeaderError {
    fn from(cause: ParseIntError) -> Self {
        HeaderError::Number(cause)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub width: u32,
    pub height: u32,
    pub depth: u16,
}

/// Reads the head of a graymap such as `P2 640 480 255`.
pub fn parse_header(text: &str) -> Result<Header, HeaderError> {
    let mut words = text.split_whitespace();
    let magic = words.next().ok_or(HeaderError::Missing("magic"))?;
    if magic != "P2" {
        return Err(HeaderError::BadMagic(magic.to_string()));
    }
    let width = words.next().ok_or(HeaderError::Missing("width"))?.parse::<u32>()?;
    let height = words.next().ok_or(HeaderError::Missing("height"))?.parse::<u32>()?;
    let depth = words.next().map_or(Ok(255), |word| word.parse::<u16>())?;
    Ok(Header { width, height, depth })
}
==== tests
#[test]
fn good_headers() {
    assert_eq!(parse_header("P2 640 480 15"), Ok(Header { width: 640, height: 480, depth: 15 }));
    assert_eq!(parse_header("P2 4 3").unwrap().depth, 255);
}

#[test]
fn bad_numbers_keep_their_cause() {
    let cause = "x".parse::<u32>().unwrap_err();
    assert_eq!(parse_header("P2 x 480"), Err(HeaderError::Number(cause.clone())));
    assert_eq!(parse_header("P2 640 x 255"), Err(HeaderError::Number(cause)));
    let cause = "70000".parse::<u16>().unwrap_err();
    assert_eq!(parse_header("P2 1 1 70000"), Err(HeaderError::Number(cause)));
}

#[test]
fn other_errors() {
    assert_eq!(parse_header("P2 640"), Err(HeaderError::Missing("height")));
    assert_eq!(parse_header("P6 1 1").unwrap_err().to_string(), "not a graymap: P6");
}
