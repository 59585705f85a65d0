---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub struct Reject {
    pub reason: String,
}

fn minute(text: &str) -> Result<u32, Reject> {
    let reject = || Reject { reason: format!("bad time {text:?}") };
    let (h, m) = text.split_once(':').ok_or_else(reject)?;
    let h: u32 = h.parse().map_err(|_| reject())?;
    let m: u32 = m.parse().map_err(|_| reject())?;
    if h < 24 && m < 60 { Ok(h * 60 + m) } else { Err(reject()) }
}

pub trait Listener {
    fn on_event(&mut self, name: &str, value: &str);
}

/// Keeps times by name. An event whose value is no time leaves the board
/// as it was and is counted in `rejected`.
#[derive(Default)]
pub struct Board {
    pub times: BTreeMap<String, u32>,
    pub rejected: Vec<Reject>,
}

impl Listener for Board {
    fn on_event(&mut self, name: &str, value: &str) {
        let at = minute(value)?;
        self.times.insert(name.to_string(), at);
    }
}

pub fn feed(listener: &mut dyn Listener, events: &[(&str, &str)]) {
    for (name, value) in events {
        listener.on_event(name, value);
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub struct Reject {
    pub reason: String,
}

fn minute(text: &str) -> Result<u32, Reject> {
    let reject = || Reject { reason: format!("bad time {text:?}") };
    let (h, m) = text.split_once(':').ok_or_else(reject)?;
    let h: u32 = h.parse().map_err(|_| reject())?;
    let m: u32 = m.parse().map_err(|_| reject())?;
    if h < 24 && m < 60 { Ok(h * 60 + m) } else { Err(reject()) }
}

pub trait Listener {
    fn on_event(&mut self, name: &str, value: &str);
}

/// Keeps times by name. An event whose value is no time leaves the board
/// as it was and is counted in `rejected`.
#[derive(Default)]
pub struct Board {
    pub times: BTreeMap<String, u32>,
    pub rejected: Vec<Reject>,
}

impl Listener for Board {
    fn on_event(&mut self, name: &str, value: &str) {
        match minute(value) {
            Ok(at) => {
                self.times.insert(name.to_string(), at);
            }
            Err(reject) => self.rejected.push(reject),
        }
    }
}

pub fn feed(listener: &mut dyn Listener, events: &[(&str, &str)]) {
    for (name, value) in events {
        listener.on_event(name, value);
    }
}
==== tests
#[test]
fn keeps_good_times() {
    let mut b = Board::default();
    feed(&mut b, &[("lunch", "12:30"), ("tea", "16:00"), ("lunch", "13:00")]);
    assert_eq!(b.times["lunch"], 780);
    assert_eq!(b.times["tea"], 960);
    assert!(b.rejected.is_empty());
}

#[test]
fn bad_times_are_counted_and_change_nothing() {
    let mut b = Board::default();
    feed(&mut b, &[("a", "08:00"), ("a", "25:00"), ("b", "soon"), ("c", "01:01")]);
    assert_eq!(b.times.len(), 2);
    assert_eq!(b.times["a"], 480);
    assert_eq!(b.rejected.len(), 2);
    assert_eq!(b.rejected[0].reason, "bad time \"25:00\"");
}
