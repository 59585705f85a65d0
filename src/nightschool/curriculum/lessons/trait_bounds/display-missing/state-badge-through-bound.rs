---
code: E0277
---
use std::fmt::{self, Display};

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State {
    Queued { position: usize },
    Running { percent: u8 },
    Done,
}

impl State {
    /// The words users see: `queued (3rd)` is never written, it is `queued #3`;
    /// then `running 40%` and `done`.
    fn words(&self) -> String {
        match self {
            State::Queued { position } => format!("queued #{position}"),
            State::Running { percent } => format!("running {percent}%"),
            State::Done => "done".to_string(),
        }
    }
}

/// A cell of the board, `[text]`.
fn cell(value: impl Display) -> String {
    format!("[{value}]")
}

pub struct Row {
    pub job: String,
    pub state: State,
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", cell(&self.job), cell(self.state))
    }
}

pub fn board(rows: &[Row]) -> String {
    rows.iter().map(Row::to_string).collect::<Vec<_>>().join("\n")
}
==== fixed
use std::fmt::{self, Display};

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State {
    Queued { position: usize },
    Running { percent: u8 },
    Done,
}

impl State {
    /// The words users see: `queued (3rd)` is never written, it is `queued #3`;
    /// then `running 40%` and `done`.
    fn words(&self) -> String {
        match self {
            State::Queued { position } => format!("queued #{position}"),
            State::Running { percent } => format!("running {percent}%"),
            State::Done => "done".to_string(),
        }
    }
}

impl Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.words())
    }
}

/// A cell of the board, `[text]`.
fn cell(value: impl Display) -> String {
    format!("[{value}]")
}

pub struct Row {
    pub job: String,
    pub state: State,
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", cell(&self.job), cell(self.state))
    }
}

pub fn board(rows: &[Row]) -> String {
    rows.iter().map(Row::to_string).collect::<Vec<_>>().join("\n")
}
==== tests
#[test]
fn words_of_each_state() {
    let row = |job: &str, state| Row { job: job.to_string(), state };
    let rows = [
        row("scan", State::Queued { position: 3 }),
        row("copy", State::Running { percent: 40 }),
        row("mail", State::Done),
    ];
    assert_eq!(board(&rows), "[scan][queued #3]\n[copy][running 40%]\n[mail][done]");
}

#[test]
fn one_row() {
    let r = Row { job: "x".into(), state: State::Running { percent: 0 } };
    assert_eq!(r.to_string(), "[x][running 0%]");
    assert_eq!(board(&[]), "");
}
