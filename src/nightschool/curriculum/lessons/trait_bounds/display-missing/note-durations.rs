---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duration {
    Whole,
    Half,
    Quarter,
}

/// Written as in a score: the name with the octave, a slash and how many of
/// it fill a whole note, as in `C4/2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub name: char,
    pub octave: u8,
    pub duration: Duration,
}

impl Duration {
    pub fn divisor(self) -> u8 {
        match self {
            Duration::Whole => 1,
            Duration::Half => 2,
            Duration::Quarter => 4,
        }
    }
}

pub struct Bar(pub Vec<Note>);

impl fmt::Display for Bar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "|")?;
        for note in &self.0 {
            write!(f, " {}", note)?;
        }
        write!(f, " |")
    }
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duration {
    Whole,
    Half,
    Quarter,
}

/// Written as in a score: the name with the octave, a slash and how many of
/// it fill a whole note, as in `C4/2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub name: char,
    pub octave: u8,
    pub duration: Duration,
}

impl Duration {
    pub fn divisor(self) -> u8 {
        match self {
            Duration::Whole => 1,
            Duration::Half => 2,
            Duration::Quarter => 4,
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}/{}", self.name, self.octave, self.duration.divisor())
    }
}

pub struct Bar(pub Vec<Note>);

impl fmt::Display for Bar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "|")?;
        for note in &self.0 {
            write!(f, " {}", note)?;
        }
        write!(f, " |")
    }
}
==== tests
fn note(name: char, octave: u8, duration: Duration) -> Note {
    Note { name, octave, duration }
}

#[test]
fn bar_shows_every_note() {
    let bar = Bar(vec![note('C', 4, Duration::Half), note('G', 3, Duration::Quarter)]);
    assert_eq!(bar.to_string(), "| C4/2 G3/4 |");
}

#[test]
fn whole_note() {
    assert_eq!(Bar(vec![note('A', 5, Duration::Whole)]).to_string(), "| A5/1 |");
    assert_eq!(Bar(vec![]).to_string(), "| |");
}
