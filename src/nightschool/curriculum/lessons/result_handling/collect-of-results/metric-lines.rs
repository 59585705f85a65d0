---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    pub name: String,
    pub value: f64,
}

#[derive(Debug, PartialEq, Eq)]
pub enum ScrapeError {
    NoValue(String),
    NotANumber(String),
}

impl fmt::Display for ScrapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScrapeError::NoValue(line) => write!(f, "no value in {:?}", line),
            ScrapeError::NotANumber(word) => write!(f, "{:?} is not a number", word),
        }
    }
}

fn parse_sample(line: &str) -> Result<Sample, ScrapeError> {
    let (name, value) = line
        .rsplit_once(' ')
        .ok_or_else(|| ScrapeError::NoValue(line.to_string()))?;
    let value = value
        .parse::<f64>()
        .map_err(|_| ScrapeError::NotANumber(value.to_string()))?;
    Ok(Sample { name: name.trim().to_string(), value })
}

/// Parses a scrape and returns its samples sorted by name. Comments and empty
/// lines are skipped; one bad line spoils the whole scrape.
pub fn parse_scrape(text: &str) -> Result<Vec<Sample>, ScrapeError> {
    let mut samples: Vec<Sample> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(parse_sample)
        .collect();
    samples.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(samples)
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    pub name: String,
    pub value: f64,
}

#[derive(Debug, PartialEq, Eq)]
pub enum ScrapeError {
    NoValue(String),
    NotANumber(String),
}

impl fmt::Display for ScrapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScrapeError::NoValue(line) => write!(f, "no value in {:?}", line),
            ScrapeError::NotANumber(word) => write!(f, "{:?} is not a number", word),
        }
    }
}

fn parse_sample(line: &str) -> Result<Sample, ScrapeError> {
    let (name, value) = line
        .rsplit_once(' ')
        .ok_or_else(|| ScrapeError::NoValue(line.to_string()))?;
    let value = value
        .parse::<f64>()
        .map_err(|_| ScrapeError::NotANumber(value.to_string()))?;
    Ok(Sample { name: name.trim().to_string(), value })
}

/// Parses a scrape and returns its samples sorted by name. Comments and empty
/// lines are skipped; one bad line spoils the whole scrape.
pub fn parse_scrape(text: &str) -> Result<Vec<Sample>, ScrapeError> {
    let mut samples: Vec<Sample> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(parse_sample)
        .collect::<Result<_, _>>()?;
    samples.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(samples)
}
==== tests
#[test]
fn samples_are_sorted() {
    let samples = parse_scrape("# help\nup 1\n\ncpu 0.5\n").unwrap();
    assert_eq!(samples.len(), 2);
    assert_eq!(samples[0], Sample { name: "cpu".to_string(), value: 0.5 });
    assert_eq!(samples[1].name, "up");
}

#[test]
fn first_bad_line_is_reported() {
    assert_eq!(parse_scrape("up 1\ncpu\nmem x"), Err(ScrapeError::NoValue("cpu".to_string())));
    assert_eq!(parse_scrape("up 1\nmem x"), Err(ScrapeError::NotANumber("x".to_string())));
}
