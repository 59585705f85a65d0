---
code: E0308
---
/// Limits of a connection pool as written in a configuration file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawLimits {
    pub min: Option<u32>,
    pub max: Option<u32>,
    pub idle_secs: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    pub min: u32,
    pub max: u32,
    pub idle_secs: u64,
}

#[derive(Debug, PartialEq, Eq)]
pub enum LimitsError {
    MaxMissing,
    MinAboveMax { min: u32, max: u32 },
}

impl Limits {
    /// A pool for tests and tools: one connection, never closed for idling.
    pub fn single() -> Self {
        Limits { min: 1, max: 1, idle_secs: u64::MAX }
    }

    /// Fills in what may be left out and checks the rest.
    pub fn from_raw(raw: &RawLimits) -> Result<Self, LimitsError> {
        if *raw == RawLimits::default() {
            return Self::single();
        }
        let max = raw.max.ok_or(LimitsError::MaxMissing)?;
        let min = raw.min.unwrap_or(0);
        if min > max {
            return Err(LimitsError::MinAboveMax { min, max });
        }
        Limits { min, max, idle_secs: raw.idle_secs.unwrap_or(600) }
    }
}
==== fixed
/// Limits of a connection pool as written in a configuration file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawLimits {
    pub min: Option<u32>,
    pub max: Option<u32>,
    pub idle_secs: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    pub min: u32,
    pub max: u32,
    pub idle_secs: u64,
}

#[derive(Debug, PartialEq, Eq)]
pub enum LimitsError {
    MaxMissing,
    MinAboveMax { min: u32, max: u32 },
}

impl Limits {
    /// A pool for tests and tools: one connection, never closed for idling.
    pub fn single() -> Self {
        Limits { min: 1, max: 1, idle_secs: u64::MAX }
    }

    /// Fills in what may be left out and checks the rest.
    pub fn from_raw(raw: &RawLimits) -> Result<Self, LimitsError> {
        if *raw == RawLimits::default() {
            return Ok(Self::single());
        }
        let max = raw.max.ok_or(LimitsError::MaxMissing)?;
        let min = raw.min.unwrap_or(0);
        if min > max {
            return Err(LimitsError::MinAboveMax { min, max });
        }
        Ok(Limits { min, max, idle_secs: raw.idle_secs.unwrap_or(600) })
    }
}
==== tests
#[test]
fn empty_means_single() {
    assert_eq!(Limits::from_raw(&RawLimits::default()), Ok(Limits::single()));
}

#[test]
fn gaps_are_filled() {
    let raw = RawLimits { max: Some(8), ..RawLimits::default() };
    assert_eq!(Limits::from_raw(&raw), Ok(Limits { min: 0, max: 8, idle_secs: 600 }));
    let raw = RawLimits { min: Some(2), max: Some(2), idle_secs: Some(5) };
    assert_eq!(Limits::from_raw(&raw), Ok(Limits { min: 2, max: 2, idle_secs: 5 }));
}

#[test]
fn bad_limits_are_refused() {
    let raw = RawLimits { min: Some(3), max: Some(2), idle_secs: None };
    assert_eq!(Limits::from_raw(&raw), Err(LimitsError::MinAboveMax { min: 3, max: 2 }));
    let raw = RawLimits { min: Some(3), ..RawLimits::default() };
    assert_eq!(Limits::from_raw(&raw), Err(LimitsError::MaxMissing));
}
