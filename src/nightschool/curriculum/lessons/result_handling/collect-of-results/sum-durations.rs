---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub enum StepError {
    Format(String),
    Number(ParseIntError),
}

impl From<ParseIntError> for StepError {
    fn from(e: ParseIntError) -> Self {
        StepError::Number(e)
    }
}

/// A step of a recipe: what to do, and for how many minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub verb: String,
    pub time: String,
}

impl Step {
    pub fn new(verb: &str, time: &str) -> Self {
        Step { verb: verb.to_string(), time: time.to_string() }
    }

    /// Minutes of `90min` or `2h`.
    pub fn minutes(&self) -> Result<u32, StepError> {
        if let Some(hours) = self.time.strip_suffix('h') {
            Ok(hours.parse::<u32>()? * 60)
        } else if let Some(minutes) = self.time.strip_suffix("min") {
            Ok(minutes.parse()?)
        } else {
            Err(StepError::Format(self.time.clone()))
        }
    }
}

/// Minutes of all steps together, plus one for each change from one step to
/// the next.
pub fn total_minutes(steps: &[Step]) -> Result<u32, StepError> {
    let work: u32 = steps.iter().map(Step::minutes).sum();
    let changes = steps.len().saturating_sub(1) as u32;
    Ok(work + changes)
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub enum StepError {
    Format(String),
    Number(ParseIntError),
}

impl From<ParseIntError> for StepError {
    fn from(e: ParseIntError) -> Self {
        StepError::Number(e)
    }
}

/// A step of a recipe: what to do, and for how many minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub verb: String,
    pub time: String,
}

impl Step {
    pub fn new(verb: &str, time: &str) -> Self {
        Step { verb: verb.to_string(), time: time.to_string() }
    }

    /// Minutes of `90min` or `2h`.
    pub fn minutes(&self) -> Result<u32, StepError> {
        if let Some(hours) = self.time.strip_suffix('h') {
            Ok(hours.parse::<u32>()? * 60)
        } else if let Some(minutes) = self.time.strip_suffix("min") {
            Ok(minutes.parse()?)
        } else {
            Err(StepError::Format(self.time.clone()))
        }
    }
}

/// Minutes of all steps together, plus one for each change from one step to
/// the next.
pub fn total_minutes(steps: &[Step]) -> Result<u32, StepError> {
    let work: u32 = steps.iter().map(Step::minutes).sum::<Result<u32, _>>()?;
    let changes = steps.len().saturating_sub(1) as u32;
    Ok(work + changes)
}
==== tests
#[test]
fn adds_work_and_changes() {
    let steps = [Step::new("knead", "10min"), Step::new("rest", "2h"), Step::new("bake", "45min")];
    assert_eq!(total_minutes(&steps), Ok(177));
    assert_eq!(total_minutes(&steps[..1]), Ok(10));
    assert_eq!(total_minutes(&[]), Ok(0));
}

#[test]
fn first_bad_step_is_the_error() {
    let steps = [Step::new("knead", "10min"), Step::new("rest", "long"), Step::new("bake", "xmin")];
    assert_eq!(total_minutes(&steps), Err(StepError::Format("long".into())));
    let cause = "x".parse::<u32>().unwrap_err();
    assert_eq!(total_minutes(&steps[2..]), Err(StepError::Number(cause)));
}
