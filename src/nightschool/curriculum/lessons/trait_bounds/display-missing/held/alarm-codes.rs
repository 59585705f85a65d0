---
code: E0277
---
use std::error::Error;
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum Alarm {
    Pressure { bar: u32 },
    Level(String),
    Door,
}

impl Alarm {
    fn text(&self) -> String {
        match self {
            Alarm::Pressure { bar } => format!("pressure at {bar} bar"),
            Alarm::Level(tank) => format!("level of {tank}"),
            Alarm::Door => "door open".to_string(),
        }
    }
}

impl Error for Alarm {}

/// An alarm with the number of the brew that it stopped.
#[derive(Debug)]
pub struct Stopped {
    pub brew: u32,
    pub alarm: Alarm,
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "brew {} stopped", self.brew)
    }
}

impl Error for Stopped {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.alarm)
    }
}

/// The message of an error followed by those of its causes.
pub fn full_message(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
==== fixed
use std::error::Error;
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum Alarm {
    Pressure { bar: u32 },
    Level(String),
    Door,
}

impl fmt::Display for Alarm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Alarm {
    fn text(&self) -> String {
        match self {
            Alarm::Pressure { bar } => format!("pressure at {bar} bar"),
            Alarm::Level(tank) => format!("level of {tank}"),
            Alarm::Door => "door open".to_string(),
        }
    }
}

impl Error for Alarm {}

/// An alarm with the number of the brew that it stopped.
#[derive(Debug)]
pub struct Stopped {
    pub brew: u32,
    pub alarm: Alarm,
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "brew {} stopped", self.brew)
    }
}

impl Error for Stopped {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.alarm)
    }
}

/// The message of an error followed by those of its causes.
pub fn full_message(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
==== tests
#[test]
fn chain_of_causes() {
    let stop = Stopped { brew: 12, alarm: Alarm::Pressure { bar: 4 } };
    assert_eq!(full_message(&stop), "brew 12 stopped: pressure at 4 bar");
    let stop = Stopped { brew: 3, alarm: Alarm::Level("hot water".into()) };
    assert_eq!(full_message(&stop), "brew 3 stopped: level of hot water");
}

#[test]
fn alarm_alone() {
    assert_eq!(full_message(&Alarm::Door), "door open");
}
