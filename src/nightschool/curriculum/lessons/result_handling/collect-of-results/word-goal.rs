---
code: E0277
---
use std::fmt;

#[derive(Debug, PartialEq)]
pub struct CountError {
    pub day: String,
}

impl fmt::Display for CountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no word count for {}", self.day)
    }
}

/// The words written on a day, from a diary line such as `mon 512`.
pub fn day_count(line: &str) -> Result<u32, CountError> {
    let (day, count) = line.split_once(' ').unwrap_or((line, ""));
    count.trim().parse().map_err(|_| CountError { day: day.to_string() })
}

/// Words of the whole diary. A day that cannot be read makes the total unknown.
pub fn total(diary: &str) -> Result<u32, CountError> {
    let sum: u32 = diary.lines().map(day_count).sum();
    Ok(sum)
}

/// A line for the writer: how many words are left to the goal.
pub fn remaining(diary: &str, goal: u32) -> String {
    match total(diary) {
        Ok(done) if done >= goal => "done".to_string(),
        Ok(done) => format!("{} to go", goal - done),
        Err(e) => e.to_string(),
    }
}
==== fixed
use std::fmt;

#[derive(Debug, PartialEq)]
pub struct CountError {
    pub day: String,
}

impl fmt::Display for CountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no word count for {}", self.day)
    }
}

/// The words written on a day, from a diary line such as `mon 512`.
pub fn day_count(line: &str) -> Result<u32, CountError> {
    let (day, count) = line.split_once(' ').unwrap_or((line, ""));
    count.trim().parse().map_err(|_| CountError { day: day.to_string() })
}

/// Words of the whole diary. A day that cannot be read makes the total unknown.
pub fn total(diary: &str) -> Result<u32, CountError> {
    let sum: u32 = diary.lines().map(day_count).sum::<Result<u32, _>>()?;
    Ok(sum)
}

/// A line for the writer: how many words are left to the goal.
pub fn remaining(diary: &str, goal: u32) -> String {
    match total(diary) {
        Ok(done) if done >= goal => "done".to_string(),
        Ok(done) => format!("{} to go", goal - done),
        Err(e) => e.to_string(),
    }
}
==== tests
#[test]
fn sums_and_goals() {
    assert_eq!(total("mon 500\ntue 20"), Ok(520));
    assert_eq!(remaining("mon 500\ntue 20", 600), "80 to go");
    assert_eq!(remaining("mon 600", 600), "done");
    assert_eq!(total(""), Ok(0));
}

#[test]
fn unreadable_days_are_named() {
    assert_eq!(total("mon 5\ntue\nwed x"), Err(CountError { day: "tue".into() }));
    assert_eq!(remaining("sun many", 1), "no word count for sun");
}
