---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum LevelError {
    MissingHeader,
    BadNumber(ParseIntError),
    Empty,
}

#[derive(Debug, PartialEq)]
pub struct Header {
    pub width: usize,
    pub height: usize,
}

/// Reads the first line of a level file, such as `size 12 8`.
pub fn parse_header(text: &str) -> Result<Header, LevelError> {
    let line = text.lines().next().ok_or(LevelError::Empty)?;
    let rest = line.strip_prefix("size ").ok_or(LevelError::MissingHeader)?;
    let (width, height) = rest.split_once(' ').ok_or(LevelError::MissingHeader)?;
    let width = width.parse::<usize>()?;
    let height = height.trim().parse::<usize>()?;
    Ok(Header { width, height })
}

pub fn cell_count(text: &str) -> Result<usize, LevelError> {
    let header = parse_header(text)?;
    Ok(header.width * header.height)
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum LevelError {
    MissingHeader,
    BadNumber(ParseIntError),
    Empty,
}

impl From<ParseIntError> for LevelError {
    fn from(err: ParseIntError) -> Self {
        LevelError::BadNumber(err)
    }
}

#[derive(Debug, PartialEq)]
pub struct Header {
    pub width: usize,
    pub height: usize,
}

/// Reads the first line of a level file, such as `size 12 8`.
pub fn parse_header(text: &str) -> Result<Header, LevelError> {
    let line = text.lines().next().ok_or(LevelError::Empty)?;
    let rest = line.strip_prefix("size ").ok_or(LevelError::MissingHeader)?;
    let (width, height) = rest.split_once(' ').ok_or(LevelError::MissingHeader)?;
    let width = width.parse::<usize>()?;
    let height = height.trim().parse::<usize>()?;
    Ok(Header { width, height })
}

pub fn cell_count(text: &str) -> Result<usize, LevelError> {
    let header = parse_header(text)?;
    Ok(header.width * header.height)
}
==== tests
#[test]
fn good() {
    assert_eq!(parse_header("size 12 8\n####"), Ok(Header { width: 12, height: 8 }));
    assert_eq!(cell_count("size 3 4"), Ok(12));
}
#[test]
fn bad_number_keeps_its_cause() {
    let cause = "x".parse::<usize>().unwrap_err();
    assert_eq!(parse_header("size x 8"), Err(LevelError::BadNumber(cause.clone())));
    assert_eq!(cell_count("size 8 x"), Err(LevelError::BadNumber(cause)));
}
#[test]
fn others() {
    assert_eq!(parse_header(""), Err(LevelError::Empty));
    assert_eq!(parse_header("12 8"), Err(LevelError::MissingHeader));
}
