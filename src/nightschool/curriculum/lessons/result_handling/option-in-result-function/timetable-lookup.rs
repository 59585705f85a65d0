---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum TimetableError {
    UnknownStation(String),
    NoTrainAfter(u16),
}

/// Departures per station, each list sorted, in minutes after midnight.
#[derive(Default)]
pub struct Timetable {
    departures: HashMap<String, Vec<u16>>,
}

impl Timetable {
    pub fn add(&mut self, station: &str, minute: u16) {
        let list = self.departures.entry(station.to_string()).or_default();
        let at = list.partition_point(|&m| m <= minute);
        list.insert(at, minute);
    }

    /// The next departure from `station` at `minute` or later.
    pub fn next(&self, station: &str, minute: u16) -> Result<u16, TimetableError> {
        let list = self.departures.get(station)?;
        let next = list.iter().copied().find(|&m| m >= minute)?;
        Ok(next)
    }

    pub fn wait(&self, station: &str, minute: u16) -> Result<u16, TimetableError> {
        self.next(station, minute).map(|m| m - minute)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum TimetableError {
    UnknownStation(String),
    NoTrainAfter(u16),
}

/// Departures per station, each list sorted, in minutes after midnight.
#[derive(Default)]
pub struct Timetable {
    departures: HashMap<String, Vec<u16>>,
}

impl Timetable {
    pub fn add(&mut self, station: &str, minute: u16) {
        let list = self.departures.entry(station.to_string()).or_default();
        let at = list.partition_point(|&m| m <= minute);
        list.insert(at, minute);
    }

    /// The next departure from `station` at `minute` or later.
    pub fn next(&self, station: &str, minute: u16) -> Result<u16, TimetableError> {
        let list = self
            .departures
            .get(station)
            .ok_or_else(|| TimetableError::UnknownStation(station.to_string()))?;
        let next = list
            .iter()
            .copied()
            .find(|&m| m >= minute)
            .ok_or(TimetableError::NoTrainAfter(minute))?;
        Ok(next)
    }

    pub fn wait(&self, station: &str, minute: u16) -> Result<u16, TimetableError> {
        self.next(station, minute).map(|m| m - minute)
    }
}
==== tests
fn table() -> Timetable {
    let mut t = Timetable::default();
    t.add("Mill", 500);
    t.add("Mill", 430);
    t
}

#[test]
fn finds_next() {
    assert_eq!(table().next("Mill", 431), Ok(500));
    assert_eq!(table().wait("Mill", 430), Ok(0));
}

#[test]
fn unknown_station() {
    assert_eq!(table().next("Quay", 1), Err(TimetableError::UnknownStation("Quay".into())));
}

#[test]
fn too_late() {
    assert_eq!(table().wait("Mill", 501), Err(TimetableError::NoTrainAfter(501)));
}
