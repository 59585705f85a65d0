---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    pub seconds: u32,
}

/// Time of day, written `hh:mm:ss`.
pub fn parse_clock(text: &str) -> Result<Clock, ParseIntError> {
    let mut seconds = 0;
    for part in text.split(':') {
        seconds = seconds * 60 + part.parse::<u32>()?;
    }
    Ok(Clock { seconds })
}

#[derive(Debug, Clone, PartialEq)]
pub struct Transit {
    pub body: String,
    pub ingress: String,
    pub egress: String,
}

const DAY: u32 = 24 * 3600;

/// Seconds between ingress and egress; an egress earlier in the day than the
/// ingress belongs to the next day.
pub fn duration(transit: &Transit) -> u32 {
    let start = parse_clock(&transit.ingress)?;
    let end = parse_clock(&transit.egress)?;
    if end < start {
        end.seconds + DAY - start.seconds
    } else {
        end.seconds - start.seconds
    }
}

/// Body and length of the longest transit. Any time that cannot be read
/// spoils the list and is returned as the error.
pub fn longest(transits: &[Transit]) -> Result<Option<(&str, u32)>, ParseIntError> {
    let mut best = None;
    for transit in transits {
        let length = duration(transit);
        if best.map_or(true, |(_, top)| length > top) {
            best = Some((transit.body.as_str(), length));
        }
    }
    Ok(best)
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    pub seconds: u32,
}

/// Time of day, written `hh:mm:ss`.
pub fn parse_clock(text: &str) -> Result<Clock, ParseIntError> {
    let mut seconds = 0;
    for part in text.split(':') {
        seconds = seconds * 60 + part.parse::<u32>()?;
    }
    Ok(Clock { seconds })
}

#[derive(Debug, Clone, PartialEq)]
pub struct Transit {
    pub body: String,
    pub ingress: String,
    pub egress: String,
}

const DAY: u32 = 24 * 3600;

/// Seconds between ingress and egress; an egress earlier in the day than the
/// ingress belongs to the next day.
pub fn duration(transit: &Transit) -> Result<u32, ParseIntError> {
    let start = parse_clock(&transit.ingress)?;
    let end = parse_clock(&transit.egress)?;
    if end < start {
        Ok(end.seconds + DAY - start.seconds)
    } else {
        Ok(end.seconds - start.seconds)
    }
}

/// Body and length of the longest transit. Any time that cannot be read
/// spoils the list and is returned as the error.
pub fn longest(transits: &[Transit]) -> Result<Option<(&str, u32)>, ParseIntError> {
    let mut best = None;
    for transit in transits {
        let length = duration(transit)?;
        if best.map_or(true, |(_, top)| length > top) {
            best = Some((transit.body.as_str(), length));
        }
    }
    Ok(best)
}
==== tests
fn transit(body: &str, ingress: &str, egress: &str) -> Transit {
    Transit { body: body.to_string(), ingress: ingress.to_string(), egress: egress.to_string() }
}

#[test]
fn longest_even_past_midnight() {
    let list = [transit("Io", "01:00:00", "02:30:00"), transit("Europa", "23:00:00", "00:30:01")];
    assert_eq!(longest(&list), Ok(Some(("Europa", 5401))));
    assert_eq!(longest(&list[..1]), Ok(Some(("Io", 5400))));
    assert_eq!(longest(&[]), Ok(None));
}

#[test]
fn unreadable_time_is_an_error() {
    let list = [transit("Io", "01:00:00", "02:00:00"), transit("Europa", "01:00:00", "01:xx:00")];
    assert_eq!(longest(&list), Err("xx".parse::<u32>().unwrap_err()));
    let list = [transit("Io", "", "02:00:00")];
    assert_eq!(longest(&list), Err("".parse::<u32>().unwrap_err()));
}
