---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum LabError {
    UnknownTest(String),
    NotANumber(String),
}

#[derive(Debug, PartialEq)]
pub struct Finding {
    pub test: String,
    pub value: f64,
    pub alarming: bool,
}

fn limit(test: &str) -> Result<f64, LabError> {
    match test {
        "glucose" => Ok(11.0),
        "potassium" => Ok(5.5),
        other => Err(LabError::UnknownTest(other.to_string())),
    }
}

fn number(text: &str) -> Result<f64, LabError> {
    text.trim()
        .parse::<f64>()
        .map_err(|_| LabError::NotANumber(text.trim().to_string()))
}

/// Reads a line like `glucose 12.5`; a value above the test's limit is alarming.
pub fn read_finding(line: &str) -> Result<Finding, LabError> {
    let (test, text) = line.split_once(' ').unwrap_or((line, ""));
    let limit = limit(test)?;
    let value = number(text);
    Ok(Finding {
        test: test.to_string(),
        value,
        alarming: number(text)? > limit,
    })
}

pub fn alarms(lines: &[&str]) -> usize {
    lines
        .iter()
        .filter(|line| read_finding(line).map_or(false, |f| f.alarming))
        .count()
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum LabError {
    UnknownTest(String),
    NotANumber(String),
}

#[derive(Debug, PartialEq)]
pub struct Finding {
    pub test: String,
    pub value: f64,
    pub alarming: bool,
}

fn limit(test: &str) -> Result<f64, LabError> {
    match test {
        "glucose" => Ok(11.0),
        "potassium" => Ok(5.5),
        other => Err(LabError::UnknownTest(other.to_string())),
    }
}

fn number(text: &str) -> Result<f64, LabError> {
    text.trim()
        .parse::<f64>()
        .map_err(|_| LabError::NotANumber(text.trim().to_string()))
}

/// Reads a line like `glucose 12.5`; a value above the test's limit is alarming.
pub fn read_finding(line: &str) -> Result<Finding, LabError> {
    let (test, text) = line.split_once(' ').unwrap_or((line, ""));
    let limit = limit(test)?;
    let value = number(text)?;
    Ok(Finding {
        test: test.to_string(),
        value,
        alarming: value > limit,
    })
}

pub fn alarms(lines: &[&str]) -> usize {
    lines
        .iter()
        .filter(|line| read_finding(line).map_or(false, |f| f.alarming))
        .count()
}
==== tests
#[test]
fn findings() {
    let f = read_finding("glucose 12.5").unwrap();
    assert_eq!(f, Finding { test: "glucose".into(), value: 12.5, alarming: true });
    assert!(!read_finding("potassium 5.5").unwrap().alarming);
}

#[test]
fn errors() {
    assert_eq!(read_finding("iron 3"), Err(LabError::UnknownTest("iron".into())));
    assert_eq!(read_finding("glucose high"), Err(LabError::NotANumber("high".into())));
    assert_eq!(read_finding("glucose"), Err(LabError::NotANumber("".into())));
}

#[test]
fn counts_alarms() {
    assert_eq!(alarms(&["glucose 12", "glucose x", "potassium 6", "potassium 4"]), 2);
}
