---
code: E0369
---
/// Readings of one instrument, taken at equal intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct Series<T> {
    readings: Vec<T>,
}

impl<T> Series<T> {
    pub fn new(readings: Vec<T>) -> Self {
        Series { readings }
    }

    pub fn len(&self) -> usize {
        self.readings.len()
    }

    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }
}

impl<T: Copy + PartialOrd> Series<T>
{
    /// Each reading less the one before it.
    pub fn differences(&self) -> Series<T> {
        let readings = self.readings.windows(2).map(|pair| pair[1] - pair[0]).collect();
        Series { readings }
    }

    /// Greatest rise from one reading to the next; `None` when there are not
    /// two readings.
    pub fn steepest_rise(&self) -> Option<T> {
        let mut steps = self.differences().readings.into_iter();
        let first = steps.next()?;
        Some(steps.fold(first, |best, step| if step > best { step } else { best }))
    }
}

/// Milliseconds between time stamps, where only the gap's size counts.
pub fn longest_gap_ms(stamps: &[i64]) -> Option<i64> {
    Series::new(stamps.to_vec()).steepest_rise()
}
==== fixed
use std::ops::Sub;

/// Readings of one instrument, taken at equal intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct Series<T> {
    readings: Vec<T>,
}

impl<T> Series<T> {
    pub fn new(readings: Vec<T>) -> Self {
        Series { readings }
    }

    pub fn len(&self) -> usize {
        self.readings.len()
    }

    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }
}

impl<T> Series<T>
where
    T: Copy + PartialOrd + Sub<Output = T>,
{
    /// Each reading less the one before it.
    pub fn differences(&self) -> Series<T> {
        let readings = self.readings.windows(2).map(|pair| pair[1] - pair[0]).collect();
        Series { readings }
    }

    /// Greatest rise from one reading to the next; `None` when there are not
    /// two readings.
    pub fn steepest_rise(&self) -> Option<T> {
        let mut steps = self.differences().readings.into_iter();
        let first = steps.next()?;
        Some(steps.fold(first, |best, step| if step > best { step } else { best }))
    }
}

/// Milliseconds between time stamps, where only the gap's size counts.
pub fn longest_gap_ms(stamps: &[i64]) -> Option<i64> {
    Series::new(stamps.to_vec()).steepest_rise()
}
==== tests
#[test]
fn integers() {
    assert_eq!(longest_gap_ms(&[0, 40, 45, 145, 150]), Some(100));
    assert_eq!(longest_gap_ms(&[7]), None);
}

#[test]
fn floats() {
    let series = Series::new(vec![20.0, 20.5, 19.0, 21.0]);
    assert_eq!(series.differences(), Series::new(vec![0.5, -1.5, 2.0]));
    assert_eq!(series.steepest_rise(), Some(2.0));
    assert_eq!(series.differences().len(), 3);
}

#[test]
fn falling_series() {
    assert_eq!(Series::new(vec![9, 5, 4]).steepest_rise(), Some(-1));
}
