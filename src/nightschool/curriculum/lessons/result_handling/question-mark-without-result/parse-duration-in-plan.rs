---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Step {
    pub name: String,
    pub days: u32,
}

/// `3d` is three days, `2w` is two weeks of five working days, a bare number is days.
fn days(text: &str) -> u32 {
    if let Some(weeks) = text.strip_suffix('w') {
        return weeks.parse::<u32>()? * 5;
    }
    text.strip_suffix('d').unwrap_or(text).parse()?
}

/// Reads lines such as `paint walls: 3d`. A length that is no number fails the whole plan.
pub fn read_plan(text: &str) -> Result<Vec<Step>, ParseIntError> {
    let mut steps = Vec::new();
    for line in text.lines() {
        let Some((name, length)) = line.split_once(':') else { continue };
        let days = days(length.trim());
        steps.push(Step { name: name.trim().to_string(), days });
    }
    Ok(steps)
}

pub fn total_days(steps: &[Step]) -> u32 {
    steps.iter().map(|s| s.days).sum()
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Step {
    pub name: String,
    pub days: u32,
}

/// `3d` is three days, `2w` is two weeks of five working days, a bare number is days.
fn days(text: &str) -> Result<u32, ParseIntError> {
    if let Some(weeks) = text.strip_suffix('w') {
        return Ok(weeks.parse::<u32>()? * 5);
    }
    text.strip_suffix('d').unwrap_or(text).parse()
}

/// Reads lines such as `paint walls: 3d`. A length that is no number fails the whole plan.
pub fn read_plan(text: &str) -> Result<Vec<Step>, ParseIntError> {
    let mut steps = Vec::new();
    for line in text.lines() {
        let Some((name, length)) = line.split_once(':') else { continue };
        let days = days(length.trim())?;
        steps.push(Step { name: name.trim().to_string(), days });
    }
    Ok(steps)
}

pub fn total_days(steps: &[Step]) -> u32 {
    steps.iter().map(|s| s.days).sum()
}
==== tests
#[test]
fn reads_units() {
    let plan = read_plan("dig: 2w\npour: 3d\n\nwait: 7").unwrap();
    assert_eq!(plan.iter().map(|s| s.days).collect::<Vec<_>>(), vec![10, 3, 7]);
    assert_eq!(plan[0].name, "dig");
    assert_eq!(total_days(&plan), 20);
}

#[test]
fn bad_length_fails() {
    assert!(read_plan("dig: 2w\npour: soon").is_err());
    assert!(read_plan("dig: xw").is_err());
}
