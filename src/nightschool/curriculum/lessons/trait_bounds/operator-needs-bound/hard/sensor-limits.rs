---
code: E0369
---
//! Limits for sensor readings: temperatures are `f32`, counters are `u16`.

/// The range in which a sensor may be trusted.
#[derive(Debug, Clone, Copy)]
pub struct Limits<T> {
    pub low: T,
    pub high: T,
}

/// What became of one reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Checked<T> {
    Fine(T),
    TooLow(T),
    TooHigh(T),
}

impl<T> Checked<T> {
    pub fn is_fine(&self) -> bool {
        matches!(self, Checked::Fine(_))
    }
}

/// Judges each reading by the limits; the limits themselves are still fine.
pub fn check_all<T: Copy>(readings: &[T], limits: Limits<T>) -> Vec<Checked<T>> {
    readings
        .iter()
        .map(|&reading| {
            if reading < limits.low {
                Checked::TooLow(reading)
            } else if reading > limits.high {
                Checked::TooHigh(reading)
            } else {
                Checked::Fine(reading)
            }
        })
        .collect()
}
==== fixed
//! Limits for sensor readings: temperatures are `f32`, counters are `u16`.

/// The range in which a sensor may be trusted.
#[derive(Debug, Clone, Copy)]
pub struct Limits<T> {
    pub low: T,
    pub high: T,
}

/// What became of one reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Checked<T> {
    Fine(T),
    TooLow(T),
    TooHigh(T),
}

impl<T> Checked<T> {
    pub fn is_fine(&self) -> bool {
        matches!(self, Checked::Fine(_))
    }
}

/// Judges each reading by the limits; the limits themselves are still fine.
pub fn check_all<T: Copy + PartialOrd>(readings: &[T], limits: Limits<T>) -> Vec<Checked<T>> {
    readings
        .iter()
        .map(|&reading| {
            if reading < limits.low {
                Checked::TooLow(reading)
            } else if reading > limits.high {
                Checked::TooHigh(reading)
            } else {
                Checked::Fine(reading)
            }
        })
        .collect()
}
==== tests
#[test]
fn temperatures_are_checked() {
    let limits = Limits { low: -10.0_f32, high: 40.0 };
    assert_eq!(
        check_all(&[-10.5, -10.0, 21.0, 40.0, 41.5], limits),
        [
            Checked::TooLow(-10.5),
            Checked::Fine(-10.0),
            Checked::Fine(21.0),
            Checked::Fine(40.0),
            Checked::TooHigh(41.5),
        ]
    );
}

#[test]
fn counters_are_checked() {
    let checked = check_all(&[3_u16, 9], Limits { low: 4, high: 9 });
    assert_eq!(checked, [Checked::TooLow(3), Checked::Fine(9)]);
    assert!(checked[1].is_fine());
}
