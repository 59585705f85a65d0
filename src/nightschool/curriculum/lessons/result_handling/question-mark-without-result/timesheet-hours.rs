---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Shift {
    pub start_min: u32,
    pub end_min: u32,
}

fn minutes(clock: &str) -> Result<u32, ParseIntError> {
    match clock.split_once(':') {
        Some((hours, rest)) => Ok(hours.parse::<u32>()? * 60 + rest.parse::<u32>()?),
        None => Ok(clock.parse::<u32>()? * 60),
    }
}

/// Reads `from-to`; a shift without an end ends at midnight.
fn parse_shift(text: &str) -> Result<Shift, ParseIntError> {
    let (from, to) = text.split_once('-').unwrap_or((text, "24"));
    Ok(Shift {
        start_min: minutes(from)?,
        end_min: minutes(to)?,
    })
}

/// The minutes worked in a week. Shifts that cannot be read count as nothing: the payroll
/// office asks about them on another list.
pub fn worked_minutes(sheet: &[&str]) -> u32 {
    let mut total = 0;
    for entry in sheet {
        let shift = parse_shift(entry)?;
        total += shift.end_min.saturating_sub(shift.start_min);
    }
    total
}

pub fn unreadable<'a>(sheet: &[&'a str]) -> Vec<&'a str> {
    sheet.iter().copied().filter(|e| parse_shift(e).is_err()).collect()
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Shift {
    pub start_min: u32,
    pub end_min: u32,
}

fn minutes(clock: &str) -> Result<u32, ParseIntError> {
    match clock.split_once(':') {
        Some((hours, rest)) => Ok(hours.parse::<u32>()? * 60 + rest.parse::<u32>()?),
        None => Ok(clock.parse::<u32>()? * 60),
    }
}

/// Reads `from-to`; a shift without an end ends at midnight.
fn parse_shift(text: &str) -> Result<Shift, ParseIntError> {
    let (from, to) = text.split_once('-').unwrap_or((text, "24"));
    Ok(Shift {
        start_min: minutes(from)?,
        end_min: minutes(to)?,
    })
}

/// The minutes worked in a week. Shifts that cannot be read count as nothing: the payroll
/// office asks about them on another list.
pub fn worked_minutes(sheet: &[&str]) -> u32 {
    let mut total = 0;
    for entry in sheet {
        let Ok(shift) = parse_shift(entry) else {
            continue;
        };
        total += shift.end_min.saturating_sub(shift.start_min);
    }
    total
}

pub fn unreadable<'a>(sheet: &[&'a str]) -> Vec<&'a str> {
    sheet.iter().copied().filter(|e| parse_shift(e).is_err()).collect()
}
==== tests
#[test]
fn adds_shifts() {
    assert_eq!(worked_minutes(&["8:30-12", "13-17:15"]), 210 + 255);
    assert_eq!(worked_minutes(&["22"]), 120);
}

#[test]
fn unreadable_shifts_are_skipped() {
    let sheet = ["8-10", "ill", "12-13", "9-x"];
    assert_eq!(worked_minutes(&sheet), 180);
    assert_eq!(unreadable(&sheet), vec!["ill", "9-x"]);
}
