---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

#[derive(Debug, PartialEq)]
pub enum VersionError {
    /// Fewer than three components were given.
    TooShort,
    /// A component is not a number.
    BadComponent(String),
}

fn component(text: &str) -> Result<u32, VersionError> {
    text.parse()
        .map_err(|_| VersionError::BadComponent(text.to_string()))
}

/// Parses `major.minor.patch`, with an optional leading `v`.
pub fn parse_version(text: &str) -> Result<Version, VersionError> {
    let text = text.strip_prefix('v').unwrap_or(text);
    let mut parts = text.split('.');
    let major = component(parts.next()?)?;
    let minor = component(parts.next()?)?;
    let patch = component(parts.next()?)?;
    Ok(Version { major, minor, patch })
}

pub fn newest(texts: &[&str]) -> Option<Version> {
    texts.iter().filter_map(|text| parse_version(text).ok()).max()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

#[derive(Debug, PartialEq)]
pub enum VersionError {
    /// Fewer than three components were given.
    TooShort,
    /// A component is not a number.
    BadComponent(String),
}

fn component(text: &str) -> Result<u32, VersionError> {
    text.parse()
        .map_err(|_| VersionError::BadComponent(text.to_string()))
}

/// Parses `major.minor.patch`, with an optional leading `v`.
pub fn parse_version(text: &str) -> Result<Version, VersionError> {
    let text = text.strip_prefix('v').unwrap_or(text);
    let mut parts = text.split('.');
    let major = component(parts.next().ok_or(VersionError::TooShort)?)?;
    let minor = component(parts.next().ok_or(VersionError::TooShort)?)?;
    let patch = component(parts.next().ok_or(VersionError::TooShort)?)?;
    Ok(Version { major, minor, patch })
}

pub fn newest(texts: &[&str]) -> Option<Version> {
    texts.iter().filter_map(|text| parse_version(text).ok()).max()
}
==== tests
#[test]
fn reads_full_versions() {
    assert_eq!(parse_version("v1.20.3"), Ok(Version { major: 1, minor: 20, patch: 3 }));
    assert_eq!(newest(&["1.2.3", "1.10.0", "2"]), Some(Version { major: 1, minor: 10, patch: 0 }));
}
#[test]
fn short_versions_are_refused() {
    assert_eq!(parse_version("1.2"), Err(VersionError::TooShort));
    assert_eq!(parse_version("1"), Err(VersionError::TooShort));
}
#[test]
fn bad_component() {
    assert_eq!(parse_version("1.x"), Err(VersionError::BadComponent("x".into())));
}
