---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State {
    Closed,
    Listening { port: u16 },
    Failed,
}

/// A log line like `3: closed -> listening:80`.
pub struct Change {
    pub at: u64,
    pub from: State,
    pub to: State,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} -> {}", self.at, self.from, self.to)
    }
}

impl std::str::FromStr for State {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            None if text == "closed" => Ok(State::Closed),
            None if text == "failed" => Ok(State::Failed),
            Some(("listening", port)) => port
                .parse()
                .map(|port| State::Listening { port })
                .map_err(|_| format!("bad port in {text}")),
            _ => Err(format!("unknown state {text}")),
        }
    }
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State {
    Closed,
    Listening { port: u16 },
    Failed,
}

/// Written as it stands in the log: `closed`, `listening:80`, `failed`.
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            State::Closed => f.write_str("closed"),
            State::Listening { port } => write!(f, "listening:{port}"),
            State::Failed => f.write_str("failed"),
        }
    }
}

/// A log line like `3: closed -> listening:80`.
pub struct Change {
    pub at: u64,
    pub from: State,
    pub to: State,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} -> {}", self.at, self.from, self.to)
    }
}

impl std::str::FromStr for State {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            None if text == "closed" => Ok(State::Closed),
            None if text == "failed" => Ok(State::Failed),
            Some(("listening", port)) => port
                .parse()
                .map(|port| State::Listening { port })
                .map_err(|_| format!("bad port in {text}")),
            _ => Err(format!("unknown state {text}")),
        }
    }
}
==== tests
#[test]
fn log_lines() {
    let c = Change { at: 3, from: State::Closed, to: State::Listening { port: 80 } };
    assert_eq!(c.to_string(), "3: closed -> listening:80");
    let c = Change { at: 9, from: State::Listening { port: 8080 }, to: State::Failed };
    assert_eq!(c.to_string(), "9: listening:8080 -> failed");
}

#[test]
fn log_can_be_read_back() {
    let c = Change { at: 0, from: State::Listening { port: 22 }, to: State::Closed };
    let line = c.to_string();
    let (from, to) = line[3..].split_once(" -> ").unwrap();
    assert_eq!(from.parse(), Ok(State::Listening { port: 22 }));
    assert_eq!(to.parse(), Ok(State::Closed));
    assert!("open".parse::<State>().is_err());
}
