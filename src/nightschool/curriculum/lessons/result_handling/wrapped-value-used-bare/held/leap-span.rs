---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    NoSuchMonth(u8),
    NoSuchDay { day: u8, last: u8 },
}

pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub fn days_in_month(year: i32, month: u8) -> Result<u8, DateError> {
    match month {
        4 | 6 | 9 | 11 => Ok(30),
        2 if is_leap(year) => Ok(29),
        2 => Ok(28),
        1..=12 => Ok(31),
        other => Err(DateError::NoSuchMonth(other)),
    }
}

impl Date {
    pub fn new(year: i32, month: u8, day: u8) -> Result<Date, DateError> {
        let last: u8 = days_in_month(year, month);
        if day == 0 || day > last {
            return Err(DateError::NoSuchDay { day, last });
        }
        Ok(Date { year, month, day })
    }

    /// The number of the day in its year, from 1.
    pub fn ordinal(&self) -> u32 {
        let before: u32 = (1..self.month)
            .filter_map(|m| days_in_month(self.year, m).ok())
            .map(u32::from)
            .sum();
        before + u32::from(self.day)
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    NoSuchMonth(u8),
    NoSuchDay { day: u8, last: u8 },
}

pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub fn days_in_month(year: i32, month: u8) -> Result<u8, DateError> {
    match month {
        4 | 6 | 9 | 11 => Ok(30),
        2 if is_leap(year) => Ok(29),
        2 => Ok(28),
        1..=12 => Ok(31),
        other => Err(DateError::NoSuchMonth(other)),
    }
}

impl Date {
    pub fn new(year: i32, month: u8, day: u8) -> Result<Date, DateError> {
        let last: u8 = days_in_month(year, month)?;
        if day == 0 || day > last {
            return Err(DateError::NoSuchDay { day, last });
        }
        Ok(Date { year, month, day })
    }

    /// The number of the day in its year, from 1.
    pub fn ordinal(&self) -> u32 {
        let before: u32 = (1..self.month)
            .filter_map(|m| days_in_month(self.year, m).ok())
            .map(u32::from)
            .sum();
        before + u32::from(self.day)
    }
}
==== tests
#[test]
fn good_dates() {
    assert_eq!(Date::new(2024, 2, 29).unwrap().ordinal(), 60);
    assert_eq!(Date::new(2023, 12, 31).unwrap().ordinal(), 365);
}

#[test]
fn bad_days_and_months() {
    assert_eq!(Date::new(2023, 2, 29), Err(DateError::NoSuchDay { day: 29, last: 28 }));
    assert_eq!(Date::new(2023, 13, 1), Err(DateError::NoSuchMonth(13)));
    assert_eq!(Date::new(2023, 0, 0), Err(DateError::NoSuchMonth(0)));
    assert_eq!(Date::new(2023, 1, 0), Err(DateError::NoSuchDay { day: 0, last: 31 }));
}
