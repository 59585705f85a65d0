---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum AsmError {
    UnknownMnemonic(String),
    WrongArity { expected: usize, found: usize },
    BadNumber(String),
}

impl fmt::Display for AsmError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AsmError::UnknownMnemonic(name) => write!(f, "unknown mnemonic {name}"),
            AsmError::WrongArity { expected, found } => {
                write!(f, "expected {expected} operands, found {found}")
            }
            AsmError::BadNumber(reason) => write!(f, "bad number: {reason}"),
        }
    }
}

fn register(text: &str) -> Result<u8, AsmError> {
    Ok(text.trim_start_matches('r').parse::<u8>()?)
}

fn immediate(text: &str) -> Result<u8, AsmError> {
    match text.strip_prefix("0x") {
        Some(digits) => Ok(u8::from_str_radix(digits, 16)?),
        None => Ok(text.parse::<u8>()?),
    }
}

pub fn assemble(line: &str) -> Result<Vec<u8>, AsmError> {
    let words: Vec<&str> = line.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    match words.as_slice() {
        ["mov", to, from] => Ok(vec![0x01, register(to)?, register(from)?]),
        ["ldi", to, value] => Ok(vec![0x02, register(to)?, immediate(value)?]),
        ["mov" | "ldi", rest @ ..] => Err(AsmError::WrongArity { expected: 2, found: rest.len() }),
        other => Err(AsmError::UnknownMnemonic(other.first().unwrap_or(&"").to_string())),
    }
}
==== fixed
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub enum AsmError {
    UnknownMnemonic(String),
    WrongArity { expected: usize, found: usize },
    BadNumber(String),
}

impl fmt::Display for AsmError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AsmError::UnknownMnemonic(name) => write!(f, "unknown mnemonic {name}"),
            AsmError::WrongArity { expected, found } => {
                write!(f, "expected {expected} operands, found {found}")
            }
            AsmError::BadNumber(reason) => write!(f, "bad number: {reason}"),
        }
    }
}

impl From<ParseIntError> for AsmError {
    fn from(error: ParseIntError) -> Self {
        AsmError::BadNumber(error.to_string())
    }
}

fn register(text: &str) -> Result<u8, AsmError> {
    Ok(text.trim_start_matches('r').parse::<u8>()?)
}

fn immediate(text: &str) -> Result<u8, AsmError> {
    match text.strip_prefix("0x") {
        Some(digits) => Ok(u8::from_str_radix(digits, 16)?),
        None => Ok(text.parse::<u8>()?),
    }
}

pub fn assemble(line: &str) -> Result<Vec<u8>, AsmError> {
    let words: Vec<&str> = line.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    match words.as_slice() {
        ["mov", to, from] => Ok(vec![0x01, register(to)?, register(from)?]),
        ["ldi", to, value] => Ok(vec![0x02, register(to)?, immediate(value)?]),
        ["mov" | "ldi", rest @ ..] => Err(AsmError::WrongArity { expected: 2, found: rest.len() }),
        other => Err(AsmError::UnknownMnemonic(other.first().unwrap_or(&"").to_string())),
    }
}
==== tests
#[test]
fn assembles() {
    assert_eq!(assemble("mov r1, r2"), Ok(vec![1, 1, 2]));
    assert_eq!(assemble("ldi r3, 0xfe"), Ok(vec![2, 3, 254]));
    assert_eq!(assemble("ldi r3, 10"), Ok(vec![2, 3, 10]));
}
#[test]
fn number_errors_keep_their_reason() {
    let reason = "300".parse::<u8>().unwrap_err().to_string();
    let error = assemble("ldi r1, 300").unwrap_err();
    assert!(matches!(error, AsmError::BadNumber(_)));
    assert!(error.to_string().contains(&reason), "{error}");
    let reason = "x".parse::<u8>().unwrap_err().to_string();
    for line in ["ldi r1, 0xzz", "mov r1, x"] {
        let error = assemble(line).unwrap_err();
        assert!(matches!(error, AsmError::BadNumber(_)));
        assert!(error.to_string().contains(&reason), "{error}");
    }
}
#[test]
fn other_errors() {
    assert_eq!(assemble("mov r1"), Err(AsmError::WrongArity { expected: 2, found: 1 }));
    assert_eq!(assemble("jmp 3"), Err(AsmError::UnknownMnemonic("jmp".into())));
}
