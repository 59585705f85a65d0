---
code: E0277
---
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

impl Date {
    pub fn new(year: i32, month: u8, day: u8) -> Date {
        Date { year, month, day }
    }
}

#[derive(Default)]
pub struct Calendar {
    holidays: BTreeMap<Date, String>,
}

impl Calendar {
    pub fn add(&mut self, date: Date, name: &str) {
        self.holidays.insert(date, name.to_string());
    }

    /// The first holiday on or after a date.
    pub fn next(&self, from: Date) -> Option<(Date, &str)> {
        self.holidays
            .range(from..)
            .next()
            .map(|(date, name)| (*date, name.as_str()))
    }
}

pub fn distinct(dates: &[Date]) -> Vec<Date> {
    let set: BTreeSet<Date> = dates.iter().copied().collect();
    set.into_iter().collect()
}
==== fixed
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

impl Date {
    pub fn new(year: i32, month: u8, day: u8) -> Date {
        Date { year, month, day }
    }
}

#[derive(Default)]
pub struct Calendar {
    holidays: BTreeMap<Date, String>,
}

impl Calendar {
    pub fn add(&mut self, date: Date, name: &str) {
        self.holidays.insert(date, name.to_string());
    }

    /// The first holiday on or after a date.
    pub fn next(&self, from: Date) -> Option<(Date, &str)> {
        self.holidays
            .range(from..)
            .next()
            .map(|(date, name)| (*date, name.as_str()))
    }
}

pub fn distinct(dates: &[Date]) -> Vec<Date> {
    let set: BTreeSet<Date> = dates.iter().copied().collect();
    set.into_iter().collect()
}
==== tests
#[test]
fn next_holiday_in_time_order() {
    let mut c = Calendar::default();
    c.add(Date::new(2025, 1, 1), "new year");
    c.add(Date::new(2024, 12, 25), "christmas");
    c.add(Date::new(2024, 5, 30), "may");
    assert_eq!(c.next(Date::new(2024, 5, 31)), Some((Date::new(2024, 12, 25), "christmas")));
    assert_eq!(c.next(Date::new(2024, 12, 26)), Some((Date::new(2025, 1, 1), "new year")));
    assert_eq!(c.next(Date::new(2025, 1, 2)), None);
}

#[test]
fn distinct_dates_are_sorted() {
    let a = Date::new(2023, 12, 1);
    let b = Date::new(2024, 2, 3);
    assert_eq!(distinct(&[b, a, b]), [a, b]);
}
