---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum FeedError {
    StationOffline { station: String },
    Stale { hours: u32 },
    OutOfRange(f64),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub station: String,
    pub celsius: f64,
    pub age_hours: u32,
}

const MAX_AGE_HOURS: u32 = 6;

pub fn check(reading: Option<Reading>, station: &str) -> Result<Reading, FeedError> {
    let reading = reading.ok_or_else(|| FeedError::StationOffline { station: station.to_string() })?;
    if reading.age_hours > MAX_AGE_HOURS {
        return Err(FeedError::Stale { hours: reading.age_hours });
    }
    if !(-90.0..=60.0).contains(&reading.celsius) {
        return Err(FeedError::OutOfRange(reading.celsius));
    }
    Ok(reading)
}

/// The line shown on the board. Every failure is named:
/// "<station> offline", "old (<n> h)" or "bad value <x>".
pub fn board_line(result: &Result<Reading, FeedError>) -> String {
    match result {
        Ok(r) => format!("{}: {:.1}", r.station, r.celsius),
        Err(FeedError::StationOffline { station }) => format!("{station} offline"),
        Err(FeedError::Stale { hours }) => format!("old ({hours} h)"),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum FeedError {
    StationOffline { station: String },
    Stale { hours: u32 },
    OutOfRange(f64),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub station: String,
    pub celsius: f64,
    pub age_hours: u32,
}

const MAX_AGE_HOURS: u32 = 6;

pub fn check(reading: Option<Reading>, station: &str) -> Result<Reading, FeedError> {
    let reading = reading.ok_or_else(|| FeedError::StationOffline { station: station.to_string() })?;
    if reading.age_hours > MAX_AGE_HOURS {
        return Err(FeedError::Stale { hours: reading.age_hours });
    }
    if !(-90.0..=60.0).contains(&reading.celsius) {
        return Err(FeedError::OutOfRange(reading.celsius));
    }
    Ok(reading)
}

/// The line shown on the board. Every failure is named:
/// "<station> offline", "old (<n> h)" or "bad value <x>".
pub fn board_line(result: &Result<Reading, FeedError>) -> String {
    match result {
        Ok(r) => format!("{}: {:.1}", r.station, r.celsius),
        Err(FeedError::StationOffline { station }) => format!("{station} offline"),
        Err(FeedError::Stale { hours }) => format!("old ({hours} h)"),
        Err(FeedError::OutOfRange(value)) => format!("bad value {value}"),
    }
}
==== tests
fn reading(celsius: f64, age_hours: u32) -> Option<Reading> {
    Some(Reading { station: "Oslo".into(), celsius, age_hours })
}

#[test]
fn good_and_known_failures() {
    assert_eq!(board_line(&check(reading(3.25, 1), "Oslo")), "Oslo: 3.2");
    assert_eq!(board_line(&check(None, "Bergen")), "Bergen offline");
    assert_eq!(board_line(&check(reading(3.0, 9), "Oslo")), "old (9 h)");
}

#[test]
fn out_of_range_shows_the_value() {
    assert_eq!(board_line(&check(reading(99.5, 1), "Oslo")), "bad value 99.5");
    assert_eq!(board_line(&check(reading(-120.0, 1), "Oslo")), "bad value -120");
}
