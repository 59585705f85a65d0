---
code: E0308
---
#[derive(Debug, PartialEq, Eq)]
pub enum IsbnError {
    Length(usize),
    NotADigit(char),
}

pub struct Isbn13 {
    digits: Vec<u32>,
}

fn weighted_sum(digits: &[u32]) -> u32 {
    digits
        .iter()
        .enumerate()
        .map(|(i, d)| if i % 2 == 0 { *d } else { *d * 3 })
        .sum()
}

/// Computes the thirteenth digit from the first twelve; hyphens do not count.
pub fn check_digit(stem: &str) -> Result<u32, IsbnError> {
    let mut digits = Vec::with_capacity(12);
    for c in stem.chars().filter(|c| *c != '-') {
        digits.push(c.to_digit(10).ok_or(IsbnError::NotADigit(c))?);
    }
    if digits.len() != 12 {
        return Err(IsbnError::Length(digits.len()));
    }
    let rest = weighted_sum(&digits) % 10;
    if rest == 0 {
        return 0;
    }
    10 - rest
}

impl Isbn13 {
    pub fn from_stem(stem: &str) -> Result<Isbn13, IsbnError> {
        let last = check_digit(stem)?;
        let mut digits: Vec<u32> = stem.chars().filter_map(|c| c.to_digit(10)).collect();
        digits.push(last);
        Ok(Isbn13 { digits })
    }

    pub fn text(&self) -> String {
        self.digits.iter().map(|d| d.to_string()).collect()
    }
}
==== fixed
#[derive(Debug, PartialEq, Eq)]
pub enum IsbnError {
    Length(usize),
    NotADigit(char),
}

pub struct Isbn13 {
    digits: Vec<u32>,
}

fn weighted_sum(digits: &[u32]) -> u32 {
    digits
        .iter()
        .enumerate()
        .map(|(i, d)| if i % 2 == 0 { *d } else { *d * 3 })
        .sum()
}

/// Computes the thirteenth digit from the first twelve; hyphens do not count.
pub fn check_digit(stem: &str) -> Result<u32, IsbnError> {
    let mut digits = Vec::with_capacity(12);
    for c in stem.chars().filter(|c| *c != '-') {
        digits.push(c.to_digit(10).ok_or(IsbnError::NotADigit(c))?);
    }
    if digits.len() != 12 {
        return Err(IsbnError::Length(digits.len()));
    }
    let rest = weighted_sum(&digits) % 10;
    if rest == 0 {
        return Ok(0);
    }
    Ok(10 - rest)
}

impl Isbn13 {
    pub fn from_stem(stem: &str) -> Result<Isbn13, IsbnError> {
        let last = check_digit(stem)?;
        let mut digits: Vec<u32> = stem.chars().filter_map(|c| c.to_digit(10)).collect();
        digits.push(last);
        Ok(Isbn13 { digits })
    }

    pub fn text(&self) -> String {
        self.digits.iter().map(|d| d.to_string()).collect()
    }
}
==== tests
#[test]
fn known_numbers() {
    assert_eq!(check_digit("978-0-306-40615"), Ok(7));
    assert_eq!(Isbn13::from_stem("978030640615").ok().unwrap().text(), "9780306406157");
    assert_eq!(check_digit("000000000000"), Ok(0));
}

#[test]
fn errors() {
    assert_eq!(check_digit("97x"), Err(IsbnError::NotADigit('x')));
    assert_eq!(check_digit("978"), Err(IsbnError::Length(3)));
}
