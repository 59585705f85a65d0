---
code: E0106
---
/// Walks over the lines of a tractor's log without copying them.
#[derive(Debug, Clone)]
pub struct Cursor {
    rest: &str,
    line: usize,
}

#[derive(Debug, PartialEq)]
pub struct Entry {
    pub line: usize,
    pub machine: String,
    pub litres: u32,
}

impl Cursor {
    pub fn new(log: &str) -> Cursor {
        Cursor { rest: log, line: 0 }
    }

    /// The next line that has a fuel entry, as in `fuel:combine:140`.
    pub fn next_fuel(&mut self) -> Option<Entry> {
        while !self.rest.is_empty() {
            let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
            self.rest = rest;
            self.line += 1;
            let mut parts = line.split(':');
            if parts.next() != Some("fuel") {
                continue;
            }
            if let (Some(machine), Some(Ok(litres))) = (parts.next(), parts.next().map(str::parse)) {
                return Some(Entry { line: self.line, machine: machine.to_string(), litres });
            }
        }
        None
    }
}

pub fn fuel_of(log: &str, machine: &str) -> u32 {
    let mut cursor = Cursor::new(log);
    let mut total = 0;
    while let Some(entry) = cursor.next_fuel() {
        if entry.machine == machine {
            total += entry.litres;
        }
    }
    total
}
==== fixed
/// Walks over the lines of a tractor's log without copying them.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    rest: &'a str,
    line: usize,
}

#[derive(Debug, PartialEq)]
pub struct Entry {
    pub line: usize,
    pub machine: String,
    pub litres: u32,
}

impl<'a> Cursor<'a> {
    pub fn new(log: &'a str) -> Cursor<'a> {
        Cursor { rest: log, line: 0 }
    }

    /// The next line that has a fuel entry, as in `fuel:combine:140`.
    pub fn next_fuel(&mut self) -> Option<Entry> {
        while !self.rest.is_empty() {
            let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
            self.rest = rest;
            self.line += 1;
            let mut parts = line.split(':');
            if parts.next() != Some("fuel") {
                continue;
            }
            if let (Some(machine), Some(Ok(litres))) = (parts.next(), parts.next().map(str::parse)) {
                return Some(Entry { line: self.line, machine: machine.to_string(), litres });
            }
        }
        None
    }
}

pub fn fuel_of(log: &str, machine: &str) -> u32 {
    let mut cursor = Cursor::new(log);
    let mut total = 0;
    while let Some(entry) = cursor.next_fuel() {
        if entry.machine == machine {
            total += entry.litres;
        }
    }
    total
}
==== tests
const LOG: &str = "start:combine\nfuel:combine:140\nfuel:baler:x\nfuel:baler:30\nstop\nfuel:combine:60";

#[test]
fn fuel_entries_with_their_lines() {
    let text = LOG.to_string();
    let mut c = Cursor::new(&text);
    assert_eq!(c.next_fuel(), Some(Entry { line: 2, machine: "combine".into(), litres: 140 }));
    assert_eq!(c.next_fuel().map(|e| e.line), Some(4));
    assert_eq!(c.next_fuel().map(|e| e.line), Some(6));
    assert_eq!(c.next_fuel(), None);
}

#[test]
fn sums_by_machine() {
    assert_eq!(fuel_of(LOG, "combine"), 200);
    assert_eq!(fuel_of(LOG, "baler"), 30);
    assert_eq!(fuel_of("", "baler"), 0);
}
