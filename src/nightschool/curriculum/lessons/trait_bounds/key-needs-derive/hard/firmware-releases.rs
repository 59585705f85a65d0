---
code: E0277
---
//! Firmware releases and the notes that belong to them.

use std::collections::BTreeMap;

/// `major.minor.patch`; only the patch differs between two hotfixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

impl Version {
    /// Reads `"2.10.0"`; anything else is no version.
    pub fn parse(text: &str) -> Option<Version> {
        let mut numbers = text.split('.').map(|part| part.parse().ok());
        let version = Version { major: numbers.next()??, minor: numbers.next()??, patch: numbers.next()?? };
        numbers.next().is_none().then_some(version)
    }
}

/// The newest version in a list of texts; what is no version is left out.
pub fn newest(texts: &[&str]) -> Option<Version> {
    texts.iter().filter_map(|text| Version::parse(text)).max()
}

/// The notes, oldest release first. Of two notes for the same release the
/// later one in the list stands.
pub fn changelog(notes: &[(&str, &str)]) -> Vec<String> {
    let by_version: BTreeMap<Version, &str> = notes
        .iter()
        .filter_map(|(version, note)| Some((Version::parse(version)?, *note)))
        .collect();
    by_version.values().map(|note| note.to_string()).collect()
}
==== fixed
//! Firmware releases and the notes that belong to them.

use std::collections::BTreeMap;

/// `major.minor.patch`; only the patch differs between two hotfixes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

impl Version {
    /// Reads `"2.10.0"`; anything else is no version.
    pub fn parse(text: &str) -> Option<Version> {
        let mut numbers = text.split('.').map(|part| part.parse().ok());
        let version = Version { major: numbers.next()??, minor: numbers.next()??, patch: numbers.next()?? };
        numbers.next().is_none().then_some(version)
    }
}

/// The newest version in a list of texts; what is no version is left out.
pub fn newest(texts: &[&str]) -> Option<Version> {
    texts.iter().filter_map(|text| Version::parse(text)).max()
}

/// The notes, oldest release first. Of two notes for the same release the
/// later one in the list stands.
pub fn changelog(notes: &[(&str, &str)]) -> Vec<String> {
    let by_version: BTreeMap<Version, &str> = notes
        .iter()
        .filter_map(|(version, note)| Some((Version::parse(version)?, *note)))
        .collect();
    by_version.values().map(|note| note.to_string()).collect()
}
==== tests
fn version(major: u32, minor: u32, patch: u32) -> Version {
    Version { major, minor, patch }
}

#[test]
fn ten_is_newer_than_nine() {
    assert_eq!(newest(&["2.9.7", "2.10.0", "1.99.99"]), Some(version(2, 10, 0)));
    assert_eq!(newest(&["3.0.1", "3.0.0", "beta"]), Some(version(3, 0, 1)));
    assert_eq!(newest(&["beta"]), None);
}

#[test]
fn versions_compare_part_by_part() {
    assert!(version(1, 9, 9) < version(2, 0, 0));
    assert!(version(2, 9, 5) < version(2, 10, 0));
    assert!(version(2, 10, 0) < version(2, 10, 1));
    assert_ne!(version(2, 10, 0), version(2, 10, 1));
}

#[test]
fn hotfixes_are_releases_of_their_own() {
    let notes = [("1.2.1", "fix fan"), ("1.2.0", "new menu"), ("0.9.5", "first"), ("1.2.1", "fix fan curve")];
    assert_eq!(changelog(&notes), ["first", "new menu", "fix fan curve"]);
}
