---
code: E0277
---
use std::fmt::{self, Display};

/// A time of day, shown as `9:05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    pub hour: u8,
    pub minute: u8,
}

/// Either closed or open between two times.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hours {
    Closed,
    Open(Time, Time),
}

impl Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.hour, self.minute)
    }
}

fn board_line<T: Display>(day: &str, value: T) -> String {
    format!("{day:<10}{value}")
}

/// The board at the museum's entrance: `Monday    closed`, `Tuesday   9:05 to 17:30`.
pub fn board(week: &[(&str, Hours)]) -> String {
    let lines: Vec<String> = week.iter().map(|(day, hours)| board_line(day, *hours)).collect();
    lines.join("\n")
}
==== fixed
use std::fmt::{self, Display};

/// A time of day, shown as `9:05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    pub hour: u8,
    pub minute: u8,
}

/// Either closed or open between two times.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hours {
    Closed,
    Open(Time, Time),
}

impl Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.hour, self.minute)
    }
}

impl Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Hours::Closed => f.write_str("closed"),
            Hours::Open(from, to) => write!(f, "{from} to {to}"),
        }
    }
}

fn board_line<T: Display>(day: &str, value: T) -> String {
    format!("{day:<10}{value}")
}

/// The board at the museum's entrance: `Monday    closed`, `Tuesday   9:05 to 17:30`.
pub fn board(week: &[(&str, Hours)]) -> String {
    let lines: Vec<String> = week.iter().map(|(day, hours)| board_line(day, *hours)).collect();
    lines.join("\n")
}
==== tests
fn t(hour: u8, minute: u8) -> Time {
    Time { hour, minute }
}
#[test]
fn open_and_closed() {
    let week = [("Monday", Hours::Closed), ("Tuesday", Hours::Open(t(9, 5), t(17, 30)))];
    assert_eq!(board(&week), "Monday    closed\nTuesday   9:05 to 17:30");
}
#[test]
fn one_day() {
    assert_eq!(board(&[("Sunday", Hours::Open(t(10, 0), t(16, 0)))]), "Sunday    10:00 to 16:00");
}
