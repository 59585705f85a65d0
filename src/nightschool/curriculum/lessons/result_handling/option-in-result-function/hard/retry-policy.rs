---
code: E0277
---
//! How often a downloader tries again.

use std::num::ParseIntError;

/// Tries when the user says nothing.
pub const USUAL_TRIES: u32 = 3;

#[derive(Debug, PartialEq)]
pub struct Policy {
    pub tries: u32,
    pub pause_ms: u64,
}

fn option<'a>(args: &[&'a str], name: &str) -> Option<&'a str> {
    let position = args.iter().position(|arg| *arg == name)?;
    args.get(position + 1).copied()
}

/// Reads `--tries N` and `--pause N` from the command line. Both may be
/// left out: then it is the usual number of tries, and no pause at all.
/// An option that is there must be a number, though.
pub fn parse_policy(args: &[&str]) -> Result<Policy, ParseIntError> {
    let tries = option(args, "--tries")
        .map(|text| text.parse::<u32>())?
        .unwrap_or(USUAL_TRIES);
    let pause_ms = match option(args, "--pause") {
        Some(text) => text.parse()?,
        None => 0,
    };
    Ok(Policy { tries, pause_ms })
}

impl Policy {
    /// The longest time spent on pauses.
    pub fn longest_wait_ms(&self) -> u64 {
        u64::from(self.tries.saturating_sub(1)) * self.pause_ms
    }
}
==== fixed
//! How often a downloader tries again.

use std::num::ParseIntError;

/// Tries when the user says nothing.
pub const USUAL_TRIES: u32 = 3;

#[derive(Debug, PartialEq)]
pub struct Policy {
    pub tries: u32,
    pub pause_ms: u64,
}

fn option<'a>(args: &[&'a str], name: &str) -> Option<&'a str> {
    let position = args.iter().position(|arg| *arg == name)?;
    args.get(position + 1).copied()
}

/// Reads `--tries N` and `--pause N` from the command line. Both may be
/// left out: then it is the usual number of tries, and no pause at all.
/// An option that is there must be a number, though.
pub fn parse_policy(args: &[&str]) -> Result<Policy, ParseIntError> {
    let tries = option(args, "--tries")
        .map(|text| text.parse::<u32>())
        .transpose()?
        .unwrap_or(USUAL_TRIES);
    let pause_ms = match option(args, "--pause") {
        Some(text) => text.parse()?,
        None => 0,
    };
    Ok(Policy { tries, pause_ms })
}

impl Policy {
    /// The longest time spent on pauses.
    pub fn longest_wait_ms(&self) -> u64 {
        u64::from(self.tries.saturating_sub(1)) * self.pause_ms
    }
}
==== tests
#[test]
fn reads_both() {
    let policy = parse_policy(&["--tries", "5", "--pause", "200"]).unwrap();
    assert_eq!(policy, Policy { tries: 5, pause_ms: 200 });
    assert_eq!(policy.longest_wait_ms(), 800);
}

#[test]
fn options_may_be_left_out() {
    assert_eq!(parse_policy(&["--pause", "10"]), Ok(Policy { tries: 3, pause_ms: 10 }));
    assert_eq!(parse_policy(&[]), Ok(Policy { tries: 3, pause_ms: 0 }));
}

#[test]
fn numbers_only() {
    assert!(parse_policy(&["--tries", "many"]).is_err());
    assert!(parse_policy(&["--tries", "2", "--pause", "short"]).is_err());
}
