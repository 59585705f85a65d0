---
code: E0277
---
//! Reads a weekly timetable, one lesson a line: `mon 9 maths`.

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum TimetableError {
    Incomplete(usize),
    BadHour(usize),
    Clash(String),
}

#[derive(Debug, Default, PartialEq)]
pub struct Timetable {
    slots: BTreeMap<(String, u8), String>,
}

impl Timetable {
    /// Builds the timetable; the first line that is wrong ends it.
    pub fn parse(text: &str) -> Result<Self, TimetableError> {
        let mut table = Timetable::default();
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            table.add_line(index + 1, line);
        }
        Ok(table)
    }

    fn add_line(&mut self, number: usize, line: &str) {
        let mut words = line.split_whitespace();
        let day = words.next().ok_or(TimetableError::Incomplete(number))?;
        let hour = words.next().ok_or(TimetableError::Incomplete(number))?;
        let subject = words.next().ok_or(TimetableError::Incomplete(number))?;
        let hour: u8 = hour.parse().map_err(|_| TimetableError::BadHour(number))?;
        self.book(day, hour, subject)?;
    }

    fn book(&mut self, day: &str, hour: u8, subject: &str) -> Result<(), TimetableError> {
        match self.slots.insert((day.to_string(), hour), subject.to_string()) {
            Some(earlier) => Err(TimetableError::Clash(earlier)),
            None => Ok(()),
        }
    }

    pub fn subject(&self, day: &str, hour: u8) -> Option<&str> {
        self.slots.get(&(day.to_string(), hour)).map(String::as_str)
    }
}
==== fixed
//! Reads a weekly timetable, one lesson a line: `mon 9 maths`.

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum TimetableError {
    Incomplete(usize),
    BadHour(usize),
    Clash(String),
}

#[derive(Debug, Default, PartialEq)]
pub struct Timetable {
    slots: BTreeMap<(String, u8), String>,
}

impl Timetable {
    /// Builds the timetable; the first line that is wrong ends it.
    pub fn parse(text: &str) -> Result<Self, TimetableError> {
        let mut table = Timetable::default();
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            table.add_line(index + 1, line)?;
        }
        Ok(table)
    }

    fn add_line(&mut self, number: usize, line: &str) -> Result<(), TimetableError> {
        let mut words = line.split_whitespace();
        let day = words.next().ok_or(TimetableError::Incomplete(number))?;
        let hour = words.next().ok_or(TimetableError::Incomplete(number))?;
        let subject = words.next().ok_or(TimetableError::Incomplete(number))?;
        let hour: u8 = hour.parse().map_err(|_| TimetableError::BadHour(number))?;
        self.book(day, hour, subject)
    }

    fn book(&mut self, day: &str, hour: u8, subject: &str) -> Result<(), TimetableError> {
        match self.slots.insert((day.to_string(), hour), subject.to_string()) {
            Some(earlier) => Err(TimetableError::Clash(earlier)),
            None => Ok(()),
        }
    }

    pub fn subject(&self, day: &str, hour: u8) -> Option<&str> {
        self.slots.get(&(day.to_string(), hour)).map(String::as_str)
    }
}
==== tests
#[test]
fn reads_lessons() {
    let table = Timetable::parse("mon 9 maths\n\ntue 10 music\n").unwrap();
    assert_eq!(table.subject("mon", 9), Some("maths"));
    assert_eq!(table.subject("tue", 10), Some("music"));
    assert_eq!(table.subject("tue", 9), None);
}

#[test]
fn tells_what_is_wrong_and_where() {
    assert_eq!(Timetable::parse("mon 9 maths\nmon 10"), Err(TimetableError::Incomplete(2)));
    assert_eq!(Timetable::parse("mon 9 maths\n\nmon ten art"), Err(TimetableError::BadHour(3)));
    assert_eq!(
        Timetable::parse("mon 9 maths\nmon 9 art\nfri x y"),
        Err(TimetableError::Clash("maths".to_string()))
    );
}
