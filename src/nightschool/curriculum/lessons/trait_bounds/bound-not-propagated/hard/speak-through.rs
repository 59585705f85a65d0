---
code: E0277
---
//! Announcements in a station: spoken ones and printed ones.

/// What can be announced. Texts of every length can, also without owning
/// them: `str` itself is announced by reading it aloud.
pub trait Announce {
    fn spoken(&self) -> String;
}

impl Announce for str {
    fn spoken(&self) -> String {
        format!("\u{266a} {self}.")
    }
}

pub struct Delay {
    pub train: u32,
    pub minutes: u32,
}

impl Announce for Delay {
    fn spoken(&self) -> String {
        format!("\u{266a} Train {} is {} minutes late.", self.train, self.minutes)
    }
}

/// Says it a number of times.
fn repeat<A: Announce>(what: &A, times: usize) -> Vec<String> {
    (0..times).map(|_| what.spoken()).collect()
}

/// An announcement of any kind, said twice with a gong before it.
pub fn gong<A: Announce + ?Sized>(what: &A) -> Vec<String> {
    let mut lines = vec!["ding dong".to_string()];
    lines.extend(repeat(what, 2));
    lines
}
==== fixed
//! Announcements in a station: spoken ones and printed ones.

/// What can be announced. Texts of every length can, also without owning
/// them: `str` itself is announced by reading it aloud.
pub trait Announce {
    fn spoken(&self) -> String;
}

impl Announce for str {
    fn spoken(&self) -> String {
        format!("\u{266a} {self}.")
    }
}

pub struct Delay {
    pub train: u32,
    pub minutes: u32,
}

impl Announce for Delay {
    fn spoken(&self) -> String {
        format!("\u{266a} Train {} is {} minutes late.", self.train, self.minutes)
    }
}

/// Says it a number of times.
fn repeat<A: Announce + ?Sized>(what: &A, times: usize) -> Vec<String> {
    (0..times).map(|_| what.spoken()).collect()
}

/// An announcement of any kind, said twice with a gong before it.
pub fn gong<A: Announce + ?Sized>(what: &A) -> Vec<String> {
    let mut lines = vec!["ding dong".to_string()];
    lines.extend(repeat(what, 2));
    lines
}
==== tests
#[test]
fn texts_are_read_aloud() {
    assert_eq!(gong("Mind the gap"), ["ding dong", "\u{266a} Mind the gap.", "\u{266a} Mind the gap."]);
}

#[test]
fn delays_are_told() {
    let lines = gong(&Delay { train: 17, minutes: 5 });
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[2], "\u{266a} Train 17 is 5 minutes late.");
}

#[test]
fn boxed_announcements_of_mixed_kinds() {
    let all: Vec<Box<dyn Announce>> = vec![Box::new(Delay { train: 3, minutes: 1 })];
    assert_eq!(gong(all[0].as_ref())[1], "\u{266a} Train 3 is 1 minutes late.");
}
