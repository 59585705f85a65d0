---
code: E0277
---
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum ManifestError {
    MissingField(&'static str),
    /// A number was expected; holds the name of the field.
    NotANumber(&'static str),
}

impl fmt::Display for ManifestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ManifestError::MissingField(name) => write!(f, "field {name} is missing"),
            ManifestError::NotANumber(name) => write!(f, "field {name} is not a number"),
        }
    }
}

impl std::error::Error for ManifestError {}

#[derive(Debug, PartialEq)]
pub struct Target {
    pub name: String,
    pub jobs: usize,
    pub retries: u8,
}

fn field<'a>(parts: &[&'a str], at: usize, name: &'static str) -> Result<&'a str, ManifestError> {
    parts.get(at).copied().ok_or(ManifestError::MissingField(name))
}

fn small(text: &str) -> Result<u8, ParseIntError> {
    text.trim_start_matches('x').parse()
}

/// `name jobs xRETRIES`, for example `core 4 x2`.
pub fn parse_target(line: &str) -> Result<Target, ManifestError> {
    let parts: Vec<&str> = line.split_whitespace().collect();
    let name = field(&parts, 0, "name")?.to_string();
    let jobs = field(&parts, 1, "jobs")?.parse()?;
    let retries = small(field(&parts, 2, "retries")?)?;
    Ok(Target { name, jobs, retries })
}
==== fixed
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum ManifestError {
    MissingField(&'static str),
    /// A number was expected; holds the name of the field.
    NotANumber(&'static str),
}

impl fmt::Display for ManifestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ManifestError::MissingField(name) => write!(f, "field {name} is missing"),
            ManifestError::NotANumber(name) => write!(f, "field {name} is not a number"),
        }
    }
}

impl std::error::Error for ManifestError {}

#[derive(Debug, PartialEq)]
pub struct Target {
    pub name: String,
    pub jobs: usize,
    pub retries: u8,
}

fn field<'a>(parts: &[&'a str], at: usize, name: &'static str) -> Result<&'a str, ManifestError> {
    parts.get(at).copied().ok_or(ManifestError::MissingField(name))
}

fn small(text: &str) -> Result<u8, ParseIntError> {
    text.trim_start_matches('x').parse()
}

/// `name jobs xRETRIES`, for example `core 4 x2`.
pub fn parse_target(line: &str) -> Result<Target, ManifestError> {
    let parts: Vec<&str> = line.split_whitespace().collect();
    let name = field(&parts, 0, "name")?.to_string();
    let jobs = field(&parts, 1, "jobs")?
        .parse()
        .map_err(|_| ManifestError::NotANumber("jobs"))?;
    let retries = small(field(&parts, 2, "retries")?)
        .map_err(|_| ManifestError::NotANumber("retries"))?;
    Ok(Target { name, jobs, retries })
}
==== tests
#[test]
fn good_line() {
    assert_eq!(parse_target("core 4 x2"), Ok(Target { name: "core".into(), jobs: 4, retries: 2 }));
}

#[test]
fn names_the_bad_field() {
    assert_eq!(parse_target("core four x2"), Err(ManifestError::NotANumber("jobs")));
    assert_eq!(parse_target("core 4 x300"), Err(ManifestError::NotANumber("retries")));
}

#[test]
fn missing_is_told_apart() {
    assert_eq!(parse_target("core 4"), Err(ManifestError::MissingField("retries")));
    assert_eq!(parse_target(""), Err(ManifestError::MissingField("name")));
}
