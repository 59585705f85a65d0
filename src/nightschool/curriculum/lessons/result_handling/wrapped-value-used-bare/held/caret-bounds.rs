---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

#[derive(Debug, PartialEq)]
pub struct BadVersion(pub String);

pub fn parse(text: &str) -> Result<Version, BadVersion> {
    let bad = || BadVersion(text.to_string());
    let mut numbers = text.split('.').map(|n| n.parse::<u32>());
    let mut next = || numbers.next().and_then(|n| n.ok());
    let version = Version {
        major: next().ok_or_else(bad)?,
        minor: next().ok_or_else(bad)?,
        patch: next().ok_or_else(bad)?,
    };
    Ok(version)
}

/// Upper bound (exclusive) of `^version`: the first non-zero part may not grow.
pub fn ceiling(v: Version) -> Version {
    if v.major > 0 {
        Version { major: v.major + 1, minor: 0, patch: 0 }
    } else if v.minor > 0 {
        Version { major: 0, minor: v.minor + 1, patch: 0 }
    } else {
        Version { major: 0, minor: 0, patch: v.patch + 1 }
    }
}

/// Whether `candidate` satisfies `^base`; unreadable versions are errors.
pub fn satisfies(base: &str, candidate: &str) -> Result<bool, BadVersion> {
    let floor = parse(base)?;
    let top = ceiling(parse(base));
    let candidate: Version = parse(candidate);
    Ok(floor <= candidate && candidate < top)
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

#[derive(Debug, PartialEq)]
pub struct BadVersion(pub String);

pub fn parse(text: &str) -> Result<Version, BadVersion> {
    let bad = || BadVersion(text.to_string());
    let mut numbers = text.split('.').map(|n| n.parse::<u32>());
    let mut next = || numbers.next().and_then(|n| n.ok());
    let version = Version {
        major: next().ok_or_else(bad)?,
        minor: next().ok_or_else(bad)?,
        patch: next().ok_or_else(bad)?,
    };
    Ok(version)
}

/// Upper bound (exclusive) of `^version`: the first non-zero part may not grow.
pub fn ceiling(v: Version) -> Version {
    if v.major > 0 {
        Version { major: v.major + 1, minor: 0, patch: 0 }
    } else if v.minor > 0 {
        Version { major: 0, minor: v.minor + 1, patch: 0 }
    } else {
        Version { major: 0, minor: 0, patch: v.patch + 1 }
    }
}

/// Whether `candidate` satisfies `^base`; unreadable versions are errors.
pub fn satisfies(base: &str, candidate: &str) -> Result<bool, BadVersion> {
    let floor = parse(base)?;
    let top = ceiling(floor);
    let candidate: Version = parse(candidate)?;
    Ok(floor <= candidate && candidate < top)
}
==== tests
    #[test]
    fn caret_rules() {
        assert_eq!(satisfies("1.2.3", "1.9.0"), Ok(true));
        assert_eq!(satisfies("1.2.3", "2.0.0"), Ok(false));
        assert_eq!(satisfies("1.2.3", "1.2.2"), Ok(false));
        assert_eq!(satisfies("0.2.3", "0.3.0"), Ok(false));
        assert_eq!(satisfies("0.0.3", "0.0.3"), Ok(true));
    }
    #[test]
    fn errors_are_passed_on() {
        assert_eq!(satisfies("1.2.3", "1.x.0"), Err(BadVersion("1.x.0".into())));
        assert_eq!(satisfies("1.2", "1.2.0"), Err(BadVersion("1.2".into())));
    }
