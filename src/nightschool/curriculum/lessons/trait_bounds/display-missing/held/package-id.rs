---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub pre: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PackageId {
    pub name: String,
    pub version: Version,
}

/// Written as `name@major.minor`, with `-pre` behind it for a pre-release.
impl fmt::Display for PackageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.name, self.version)
    }
}

impl PackageId {
    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<PackageId> {
        let (name, version) = text.split_once('@')?;
        let (numbers, pre) = match version.split_once('-') {
            Some((numbers, pre)) => (numbers, Some(pre.to_string())),
            None => (version, None),
        };
        let (major, minor) = numbers.split_once('.')?;
        let version = Version {
            major: major.parse().ok()?,
            minor: minor.parse().ok()?,
            pre,
        };
        Some(PackageId { name: name.to_string(), version })
    }
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub pre: Option<String>,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)?;
        match &self.pre {
            Some(pre) => write!(f, "-{pre}"),
            None => Ok(()),
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct PackageId {
    pub name: String,
    pub version: Version,
}

/// Written as `name@major.minor`, with `-pre` behind it for a pre-release.
impl fmt::Display for PackageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.name, self.version)
    }
}

impl PackageId {
    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<PackageId> {
        let (name, version) = text.split_once('@')?;
        let (numbers, pre) = match version.split_once('-') {
            Some((numbers, pre)) => (numbers, Some(pre.to_string())),
            None => (version, None),
        };
        let (major, minor) = numbers.split_once('.')?;
        let version = Version {
            major: major.parse().ok()?,
            minor: minor.parse().ok()?,
            pre,
        };
        Some(PackageId { name: name.to_string(), version })
    }
}
==== tests
    #[test]
    fn reads_what_it_writes() {
        for text in ["log@1.4", "http@0.12-rc.1", "a@0.0-x"] {
            assert_eq!(PackageId::parse(text).unwrap().to_string(), text);
        }
    }
    #[test]
    fn plain_and_pre() {
        let version = Version { major: 2, minor: 0, pre: Some("beta".into()) };
        let mut id = PackageId { name: "zip".into(), version };
        assert_eq!(format!("{id}"), "zip@2.0-beta");
        id.version.pre = None;
        assert_eq!(format!("{id}"), "zip@2.0");
    }
