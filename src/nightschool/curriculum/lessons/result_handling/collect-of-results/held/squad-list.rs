---
code: E0277
---
use std::collections::{BTreeMap, HashSet};

#[derive(Debug, Clone, PartialEq)]
pub enum SquadError {
    NoNumber(String),
    NumberTaken(u8),
}

/// Splits `10 Messi` into number and name.
fn player(entry: &str) -> Result<(u8, String), SquadError> {
    let (number, name) =
        entry.trim().split_once(' ').ok_or_else(|| SquadError::NoNumber(entry.to_string()))?;
    let number = number.parse().map_err(|_| SquadError::NoNumber(entry.to_string()))?;
    Ok((number, name.trim().to_string()))
}

/// Reads a squad such as `10 Messi, 1 Neuer`. Every entry needs a number and no number
/// may be given twice; the squad is refused otherwise.
pub fn squad(text: &str) -> Result<BTreeMap<u8, String>, SquadError> {
    let mut seen = HashSet::new();
    let squad: BTreeMap<u8, String> = text
        .split(',')
        .map(|entry| {
            let (number, name) = player(entry)?;
            if !seen.insert(number) {
                return Err(SquadError::NumberTaken(number));
            }
            Ok((number, name))
        })
        .collect();
    Ok(squad)
}

pub fn captain(text: &str) -> Result<Option<String>, SquadError> {
    Ok(squad(text)?.into_values().next())
}
==== fixed
use std::collections::{BTreeMap, HashSet};

#[derive(Debug, Clone, PartialEq)]
pub enum SquadError {
    NoNumber(String),
    NumberTaken(u8),
}

/// Splits `10 Messi` into number and name.
fn player(entry: &str) -> Result<(u8, String), SquadError> {
    let (number, name) =
        entry.trim().split_once(' ').ok_or_else(|| SquadError::NoNumber(entry.to_string()))?;
    let number = number.parse().map_err(|_| SquadError::NoNumber(entry.to_string()))?;
    Ok((number, name.trim().to_string()))
}

/// Reads a squad such as `10 Messi, 1 Neuer`. Every entry needs a number and no number
/// may be given twice; the squad is refused otherwise.
pub fn squad(text: &str) -> Result<BTreeMap<u8, String>, SquadError> {
    let mut seen = HashSet::new();
    text
        .split(',')
        .map(|entry| {
            let (number, name) = player(entry)?;
            if !seen.insert(number) {
                return Err(SquadError::NumberTaken(number));
            }
            Ok((number, name))
        })
        .collect()
}

pub fn captain(text: &str) -> Result<Option<String>, SquadError> {
    Ok(squad(text)?.into_values().next())
}
==== tests
#[test]
fn reads() {
    let s = squad("10 Messi, 1 Neuer").unwrap();
    assert_eq!(s.len(), 2);
    assert_eq!(s[&10], "Messi");
    assert_eq!(captain("10 Messi, 1 Neuer"), Ok(Some("Neuer".into())));
}
#[test]
fn refuses() {
    assert_eq!(squad("10 Messi,10 Pele, x"), Err(SquadError::NumberTaken(10)));
    assert_eq!(squad("10 Messi,Pele"), Err(SquadError::NoNumber("Pele".into())));
    assert!(captain("ten Messi").is_err());
}
