---
code: E0277
---
//! Sums up the log of a step counter.

#[derive(Debug, PartialEq)]
pub enum LogError {
    NoSeparator,
    BadCount,
}

/// Reads `08:15 1200` into the number of steps.
pub fn read_entry(line: &str) -> Result<u32, LogError> {
    let (_, count) = line.split_once(' ').ok_or(LogError::NoSeparator)?;
    count.trim().parse().map_err(|_| LogError::BadCount)
}

/// Steps of the day. The device garbles a line now and then; such lines are
/// passed over, the others still count.
pub fn steps_of_day(log: &str) -> u32 {
    log.lines().map(read_entry).sum()
}

/// How far the day is from a goal; zero if it was reached.
pub fn steps_missing(log: &str, goal: u32) -> u32 {
    goal.saturating_sub(steps_of_day(log))
}
==== fixed
//! Sums up the log of a step counter.

#[derive(Debug, PartialEq)]
pub enum LogError {
    NoSeparator,
    BadCount,
}

/// Reads `08:15 1200` into the number of steps.
pub fn read_entry(line: &str) -> Result<u32, LogError> {
    let (_, count) = line.split_once(' ').ok_or(LogError::NoSeparator)?;
    count.trim().parse().map_err(|_| LogError::BadCount)
}

/// Steps of the day. The device garbles a line now and then; such lines are
/// passed over, the others still count.
pub fn steps_of_day(log: &str) -> u32 {
    log.lines().filter_map(|line| read_entry(line).ok()).sum()
}

/// How far the day is from a goal; zero if it was reached.
pub fn steps_missing(log: &str, goal: u32) -> u32 {
    goal.saturating_sub(steps_of_day(log))
}
==== tests
#[test]
fn adds_up_a_clean_log() {
    assert_eq!(steps_of_day("08:15 1200\n09:00 300"), 1500);
    assert_eq!(steps_of_day(""), 0);
}

#[test]
fn garbled_lines_are_passed_over() {
    let log = "08:15 1200\n#?!\n09:00 3x0\n10:00 50";
    assert_eq!(steps_of_day(log), 1250);
    assert_eq!(steps_missing(log, 2000), 750);
    assert_eq!(steps_missing(log, 1000), 0);
}
