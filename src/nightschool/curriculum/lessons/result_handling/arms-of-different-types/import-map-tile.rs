---
code: E0308
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum ImportError {
    Syntax(String),
    Number(String),
}

impl From<ParseIntError> for ImportError {
    fn from(err: ParseIntError) -> Self {
        ImportError::Number(err.to_string())
    }
}

#[derive(Debug, PartialEq)]
pub struct Portal {
    pub level: u32,
    pub open: bool,
}

fn level_number(text: &str) -> Result<u32, ParseIntError> {
    text.parse()
}

/// Reads the number of a level; `boss` is level 99.
fn read_level(text: &str) -> Result<u32, ImportError> {
    match text {
        "boss" => Ok(99),
        "" => Err(ImportError::Syntax("no level".to_string())),
        number => level_number(number),
    }
}

/// Reads a portal such as `>12` (open) or `|boss` (closed).
pub fn read_portal(text: &str) -> Result<Portal, ImportError> {
    if let Some(level) = text.strip_prefix('>') {
        Ok(Portal { level: read_level(level)?, open: true })
    } else if let Some(level) = text.strip_prefix('|') {
        Ok(Portal { level: read_level(level)?, open: false })
    } else {
        Err(ImportError::Syntax(format!("not a portal: {text}")))
    }
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum ImportError {
    Syntax(String),
    Number(String),
}

impl From<ParseIntError> for ImportError {
    fn from(err: ParseIntError) -> Self {
        ImportError::Number(err.to_string())
    }
}

#[derive(Debug, PartialEq)]
pub struct Portal {
    pub level: u32,
    pub open: bool,
}

fn level_number(text: &str) -> Result<u32, ParseIntError> {
    text.parse()
}

/// Reads the number of a level; `boss` is level 99.
fn read_level(text: &str) -> Result<u32, ImportError> {
    match text {
        "boss" => Ok(99),
        "" => Err(ImportError::Syntax("no level".to_string())),
        number => Ok(level_number(number)?),
    }
}

/// Reads a portal such as `>12` (open) or `|boss` (closed).
pub fn read_portal(text: &str) -> Result<Portal, ImportError> {
    if let Some(level) = text.strip_prefix('>') {
        Ok(Portal { level: read_level(level)?, open: true })
    } else if let Some(level) = text.strip_prefix('|') {
        Ok(Portal { level: read_level(level)?, open: false })
    } else {
        Err(ImportError::Syntax(format!("not a portal: {text}")))
    }
}
==== tests
#[test]
fn portals() {
    assert_eq!(read_portal(">12"), Ok(Portal { level: 12, open: true }));
    assert_eq!(read_portal("|boss"), Ok(Portal { level: 99, open: false }));
}
#[test]
fn mistakes() {
    let cause = "1x".parse::<u32>().unwrap_err().to_string();
    assert_eq!(read_portal("|1x"), Err(ImportError::Number(cause)));
    assert_eq!(read_portal(">"), Err(ImportError::Syntax("no level".into())));
    assert_eq!(read_portal("12"), Err(ImportError::Syntax("not a portal: 12".into())));
}
