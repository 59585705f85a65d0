---
code: E0277
---
use std::error::Error;
use std::fmt;

/// A key was refused.
#[derive(Debug)]
pub struct KeyError {
    pub key: String,
    pub limit: usize,
}

/// Reads as: key `abcdef` is longer than 4 bytes
impl Error for KeyError {}

/// A batch could not be stored.
#[derive(Debug)]
pub struct BatchError {
    pub position: usize,
    pub cause: KeyError,
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "item {} of the batch", self.position)
    }
}

impl Error for BatchError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}

pub fn check_batch(keys: &[&str], limit: usize) -> Result<(), BatchError> {
    match keys.iter().position(|key| key.len() > limit) {
        None => Ok(()),
        Some(position) => Err(BatchError {
            position,
            cause: KeyError { key: keys[position].to_string(), limit },
        }),
    }
}

/// The error and all its sources, outermost first, with `: ` between.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text.push_str(": ");
        text.push_str(&source.to_string());
        next = source.source();
    }
    text
}
==== fixed
use std::error::Error;
use std::fmt;

/// A key was refused.
#[derive(Debug)]
pub struct KeyError {
    pub key: String,
    pub limit: usize,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "key `{}` is longer than {} bytes", self.key, self.limit)
    }
}

/// Reads as: key `abcdef` is longer than 4 bytes
impl Error for KeyError {}

/// A batch could not be stored.
#[derive(Debug)]
pub struct BatchError {
    pub position: usize,
    pub cause: KeyError,
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "item {} of the batch", self.position)
    }
}

impl Error for BatchError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}

pub fn check_batch(keys: &[&str], limit: usize) -> Result<(), BatchError> {
    match keys.iter().position(|key| key.len() > limit) {
        None => Ok(()),
        Some(position) => Err(BatchError {
            position,
            cause: KeyError { key: keys[position].to_string(), limit },
        }),
    }
}

/// The error and all its sources, outermost first, with `: ` between.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text.push_str(": ");
        text.push_str(&source.to_string());
        next = source.source();
    }
    text
}
==== tests
#[test]
fn chains_read_from_outside_in() {
    let error = check_batch(&["ab", "abcdef", "abcdefg"], 4).unwrap_err();
    assert_eq!(
        chain(&error),
        "item 1 of the batch: key `abcdef` is longer than 4 bytes"
    );
}

#[test]
fn short_keys_pass() {
    assert!(check_batch(&["ab", ""], 2).is_ok());
}
