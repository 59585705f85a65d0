---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Platform {
    Main(u8),
    /// a part of a main platform, like 4b
    Part(u8, char),
}

pub struct Departure {
    pub at: Clock,
    pub to: String,
    pub platform: Platform,
}

/// A row of the departure board, as in `07:05 Basel from 4b`.
pub fn row(departure: &Departure) -> String {
    format!("{} {} from {}", departure.at, departure.to, departure.platform)
}

pub fn board(departures: &[Departure]) -> String {
    departures.iter().map(row).collect::<Vec<_>>().join("\n")
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Platform {
    Main(u8),
    /// a part of a main platform, like 4b
    Part(u8, char),
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Platform::Main(number) => write!(f, "{number}"),
            Platform::Part(number, letter) => write!(f, "{number}{letter}"),
        }
    }
}

pub struct Departure {
    pub at: Clock,
    pub to: String,
    pub platform: Platform,
}

/// A row of the departure board, as in `07:05 Basel from 4b`.
pub fn row(departure: &Departure) -> String {
    format!("{} {} from {}", departure.at, departure.to, departure.platform)
}

pub fn board(departures: &[Departure]) -> String {
    departures.iter().map(row).collect::<Vec<_>>().join("\n")
}
==== tests
fn dep(h: u8, m: u8, to: &str, platform: Platform) -> Departure {
    Departure { at: Clock { hour: h, minute: m }, to: to.to_string(), platform }
}

#[test]
fn part_platforms() {
    assert_eq!(row(&dep(7, 5, "Basel", Platform::Part(4, 'b'))), "07:05 Basel from 4b");
}

#[test]
fn main_platforms() {
    let list = [dep(12, 30, "Ulm", Platform::Main(11)), dep(12, 41, "Linz", Platform::Part(2, 'a'))];
    assert_eq!(board(&list), "12:30 Ulm from 11\n12:41 Linz from 2a");
}
