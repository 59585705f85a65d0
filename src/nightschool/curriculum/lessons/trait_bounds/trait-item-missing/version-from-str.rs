---
code: E0046
---
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ApiVersion {
    pub year: u16,
    pub release: u8,
}

#[derive(Debug, PartialEq)]
pub enum ApiVersionError {
    Format(String),
    ReleaseZero,
}

/// Versions are written as a year and a release within it: `2024r3`. Releases count from 1.
impl FromStr for ApiVersion {
    fn from_str(text: &str) -> Result<Self, ApiVersionError> {
        let format = || ApiVersionError::Format(text.to_string());
        let (year, release) = text.split_once('r').ok_or_else(format)?;
        let year = year.parse().map_err(|_| format())?;
        match release.parse().map_err(|_| format())? {
            0 => Err(ApiVersionError::ReleaseZero),
            release => Ok(ApiVersion { year, release }),
        }
    }
}

/// The newest of the versions that both sides speak.
pub fn negotiate(ours: &[ApiVersion], theirs: &[&str]) -> Option<ApiVersion> {
    theirs
        .iter()
        .filter_map(|text| text.parse().ok())
        .filter(|version| ours.contains(version))
        .max()
}
==== fixed
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ApiVersion {
    pub year: u16,
    pub release: u8,
}

#[derive(Debug, PartialEq)]
pub enum ApiVersionError {
    Format(String),
    ReleaseZero,
}

/// Versions are written as a year and a release within it: `2024r3`. Releases count from 1.
impl FromStr for ApiVersion {
    type Err = ApiVersionError;

    fn from_str(text: &str) -> Result<Self, ApiVersionError> {
        let format = || ApiVersionError::Format(text.to_string());
        let (year, release) = text.split_once('r').ok_or_else(format)?;
        let year = year.parse().map_err(|_| format())?;
        match release.parse().map_err(|_| format())? {
            0 => Err(ApiVersionError::ReleaseZero),
            release => Ok(ApiVersion { year, release }),
        }
    }
}

/// The newest of the versions that both sides speak.
pub fn negotiate(ours: &[ApiVersion], theirs: &[&str]) -> Option<ApiVersion> {
    theirs
        .iter()
        .filter_map(|text| text.parse().ok())
        .filter(|version| ours.contains(version))
        .max()
}
==== tests
#[test]
fn parses() {
    assert_eq!("2024r3".parse(), Ok(ApiVersion { year: 2024, release: 3 }));
    assert_eq!("2024r0".parse::<ApiVersion>(), Err(ApiVersionError::ReleaseZero));
    assert_eq!(
        "2024".parse::<ApiVersion>(),
        Err(ApiVersionError::Format("2024".to_string()))
    );
}
#[test]
fn negotiates_the_newest_common() {
    let ours = [
        ApiVersion { year: 2023, release: 12 },
        ApiVersion { year: 2024, release: 1 },
    ];
    assert_eq!(negotiate(&ours, &["2023r12", "x", "2024r2", "2023r2"]), Some(ours[0]));
    assert_eq!(negotiate(&ours, &["2023r12", "2024r1"]), Some(ours[1]));
    assert_eq!(negotiate(&ours, &[]), None);
}
