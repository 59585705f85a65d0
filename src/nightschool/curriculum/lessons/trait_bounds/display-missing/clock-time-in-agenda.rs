---
code: E0277
---
use std::fmt;

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
}

pub struct Entry {
    pub from: Clock,
    pub to: Clock,
    pub what: String,
}

/// `09:05-10:30 dentist`: both times with two digits for hour and minute.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{} {}", self.from, self.to, self.what)
    }
}

pub struct Agenda {
    pub entries: Vec<Entry>,
}

impl Agenda {
    /// One entry per line, earliest first.
    pub fn page(&self) -> String {
        let mut order: Vec<&Entry> = self.entries.iter().collect();
        order.sort_by_key(|e| e.from);
        order.iter().map(|e| format!("{e}\n")).collect()
    }
}
==== fixed
use std::fmt;

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

pub struct Entry {
    pub from: Clock,
    pub to: Clock,
    pub what: String,
}

/// `09:05-10:30 dentist`: both times with two digits for hour and minute.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{} {}", self.from, self.to, self.what)
    }
}

pub struct Agenda {
    pub entries: Vec<Entry>,
}

impl Agenda {
    /// One entry per line, earliest first.
    pub fn page(&self) -> String {
        let mut order: Vec<&Entry> = self.entries.iter().collect();
        order.sort_by_key(|e| e.from);
        order.iter().map(|e| format!("{e}\n")).collect()
    }
}
==== tests
fn entry(from: (u8, u8), to: (u8, u8), what: &str) -> Entry {
    let c = |(hour, minute)| Clock { hour, minute };
    Entry { from: c(from), to: c(to), what: what.to_string() }
}

#[test]
fn two_digits() {
    assert_eq!(entry((9, 5), (10, 30), "dentist").to_string(), "09:05-10:30 dentist");
}

#[test]
fn page_is_sorted() {
    let a = Agenda { entries: vec![entry((14, 0), (15, 0), "b"), entry((0, 0), (0, 7), "a")] };
    assert_eq!(a.page(), "00:00-00:07 a\n14:00-15:00 b\n");
}
