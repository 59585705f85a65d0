---
code: E0277
---
//! Readings of a weather sensor, one temperature a line.

use std::num::ParseFloatError;
use std::str::Lines;

pub struct Readings<'a> {
    lines: Lines<'a>,
}

impl<'a> Readings<'a> {
    pub fn new(log: &'a str) -> Self {
        Readings { lines: log.lines() }
    }
}

impl Iterator for Readings<'_> {
    type Item = Result<f64, ParseFloatError>;

    /// One reading for each line up to the end of the log. A line the
    /// sensor garbled is an item too, so that users can count it.
    fn next(&mut self) -> Option<Self::Item> {
        let line = self.lines.next()?;
        let celsius: f64 = line.trim().parse()?;
        Some(Ok(celsius))
    }
}

#[derive(Debug, Default, PartialEq)]
pub struct Report {
    pub good: usize,
    pub garbled: usize,
    pub sum: f64,
}

/// Counts good and garbled readings.
pub fn report(log: &str) -> Report {
    let mut report = Report::default();
    for reading in Readings::new(log) {
        match reading {
            Ok(celsius) => {
                report.good += 1;
                report.sum += celsius;
            }
            Err(_) => report.garbled += 1,
        }
    }
    report
}
==== fixed
//! Readings of a weather sensor, one temperature a line.

use std::num::ParseFloatError;
use std::str::Lines;

pub struct Readings<'a> {
    lines: Lines<'a>,
}

impl<'a> Readings<'a> {
    pub fn new(log: &'a str) -> Self {
        Readings { lines: log.lines() }
    }
}

impl Iterator for Readings<'_> {
    type Item = Result<f64, ParseFloatError>;

    /// One reading for each line up to the end of the log. A line the
    /// sensor garbled is an item too, so that users can count it.
    fn next(&mut self) -> Option<Self::Item> {
        let line = self.lines.next()?;
        Some(line.trim().parse())
    }
}

#[derive(Debug, Default, PartialEq)]
pub struct Report {
    pub good: usize,
    pub garbled: usize,
    pub sum: f64,
}

/// Counts good and garbled readings.
pub fn report(log: &str) -> Report {
    let mut report = Report::default();
    for reading in Readings::new(log) {
        match reading {
            Ok(celsius) => {
                report.good += 1;
                report.sum += celsius;
            }
            Err(_) => report.garbled += 1,
        }
    }
    report
}
==== tests
#[test]
fn reads_up_to_the_end() {
    let values: Result<Vec<f64>, _> = Readings::new("1.5\n 2\n-3").collect();
    assert_eq!(values.unwrap(), [1.5, 2.0, -3.0]);
    assert!(Readings::new("").next().is_none());
}

#[test]
fn garbled_lines_are_counted() {
    assert_eq!(report("1.5\n??\n2\n\n4"), Report { good: 3, garbled: 2, sum: 7.5 });
}
