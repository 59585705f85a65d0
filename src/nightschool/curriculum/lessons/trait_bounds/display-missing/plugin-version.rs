---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u16,
    pub minor: u16,
    pub patch: u16,
}

pub struct Plugin {
    pub name: String,
    pub version: Version,
}

impl Plugin {
    /// The plugin's identifier, for example `spell-2.0.11`.
    pub fn id(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }
}

/// Reads `major.minor.patch`.
pub fn parse_version(text: &str) -> Option<Version> {
    let mut parts = text.split('.').map(|p| p.parse::<u16>().ok());
    let version = Version {
        major: parts.next()??,
        minor: parts.next()??,
        patch: parts.next()??,
    };
    parts.next().is_none().then_some(version)
}

/// The newest version of the plugin called `name`.
pub fn newest(plugins: &[Plugin], name: &str) -> Option<Version> {
    plugins.iter().filter(|p| p.name == name).map(|p| p.version).max()
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u16,
    pub minor: u16,
    pub patch: u16,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

pub struct Plugin {
    pub name: String,
    pub version: Version,
}

impl Plugin {
    /// The plugin's identifier, for example `spell-2.0.11`.
    pub fn id(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }
}

/// Reads `major.minor.patch`.
pub fn parse_version(text: &str) -> Option<Version> {
    let mut parts = text.split('.').map(|p| p.parse::<u16>().ok());
    let version = Version {
        major: parts.next()??,
        minor: parts.next()??,
        patch: parts.next()??,
    };
    parts.next().is_none().then_some(version)
}

/// The newest version of the plugin called `name`.
pub fn newest(plugins: &[Plugin], name: &str) -> Option<Version> {
    plugins.iter().filter(|p| p.name == name).map(|p| p.version).max()
}
==== tests
#[test]
fn id_has_dotted_version() {
    let p = Plugin { name: "spell".into(), version: parse_version("2.0.11").unwrap() };
    assert_eq!(p.id(), "spell-2.0.11");
}

#[test]
fn newest_of_several() {
    let p = |v: &str| Plugin { name: "lint".into(), version: parse_version(v).unwrap() };
    let all = [p("1.9.0"), p("1.10.2"), p("1.10.1")];
    assert_eq!(newest(&all, "lint"), parse_version("1.10.2"));
    assert_eq!(newest(&all, "fmt"), None);
    assert_eq!(all[1].id(), "lint-1.10.2");
}
