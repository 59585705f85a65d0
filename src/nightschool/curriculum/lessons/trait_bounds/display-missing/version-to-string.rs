---
code: E0277
---
use std::collections::BTreeMap;

/// A release number; users write `1.4` or, with a patch level, `1.4.2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u16,
    pub minor: u16,
    pub patch: u16,
}

impl Version {
    /// Reads what users write; a missing patch level is zero.
    pub fn parse(text: &str) -> Option<Version> {
        let parts = text
            .split('.')
            .map(|part| part.parse().ok())
            .collect::<Option<Vec<u16>>>()?;
        match parts[..] {
            [major, minor] => Some(Version { major, minor, patch: 0 }),
            [major, minor, patch] => Some(Version { major, minor, patch }),
            _ => None,
        }
    }
}

fn join<T: ToString>(items: impl Iterator<Item = T>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

/// `name: versions`, oldest first, each in its shortest form (`1.4`, not `1.4.0`).
pub fn catalogue(entries: &[(&str, Version)]) -> Vec<String> {
    let mut by_name: BTreeMap<&str, Vec<Version>> = BTreeMap::new();
    for (name, version) in entries {
        by_name.entry(name).or_default().push(*version);
    }
    by_name
        .into_iter()
        .map(|(name, mut versions)| {
            versions.sort();
            format!("{name}: {}", join(versions.into_iter()))
        })
        .collect()
}
==== fixed
use std::collections::BTreeMap;
use std::fmt;

/// A release number; users write `1.4` or, with a patch level, `1.4.2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u16,
    pub minor: u16,
    pub patch: u16,
}

impl Version {
    /// Reads what users write; a missing patch level is zero.
    pub fn parse(text: &str) -> Option<Version> {
        let parts = text
            .split('.')
            .map(|part| part.parse().ok())
            .collect::<Option<Vec<u16>>>()?;
        match parts[..] {
            [major, minor] => Some(Version { major, minor, patch: 0 }),
            [major, minor, patch] => Some(Version { major, minor, patch }),
            _ => None,
        }
    }
}

/// A patch level of zero is not written.
impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)?;
        if self.patch != 0 {
            write!(f, ".{}", self.patch)?;
        }
        Ok(())
    }
}

fn join<T: ToString>(items: impl Iterator<Item = T>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

/// `name: versions`, oldest first, each in its shortest form (`1.4`, not `1.4.0`).
pub fn catalogue(entries: &[(&str, Version)]) -> Vec<String> {
    let mut by_name: BTreeMap<&str, Vec<Version>> = BTreeMap::new();
    for (name, version) in entries {
        by_name.entry(name).or_default().push(*version);
    }
    by_name
        .into_iter()
        .map(|(name, mut versions)| {
            versions.sort();
            format!("{name}: {}", join(versions.into_iter()))
        })
        .collect()
}
==== tests
#[test]
fn shortest_form() {
    let v = |text: &str| Version::parse(text).unwrap();
    let entries = [("zip", v("2.10.1")), ("tar", v("1.4.0")), ("zip", v("2.9"))];
    assert_eq!(catalogue(&entries), vec!["tar: 1.4", "zip: 2.9, 2.10.1"]);
}

#[test]
fn parses() {
    assert_eq!(Version::parse("1"), None);
    assert_eq!(Version::parse("1.x"), None);
    assert_eq!(Version::parse("0.3"), Version::parse("0.3.0"));
}
