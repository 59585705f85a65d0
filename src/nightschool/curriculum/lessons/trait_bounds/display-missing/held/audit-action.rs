---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Created,
    Renamed { from: String, to: String },
    Deleted,
}

impl Action {
    /// The wording that auditors know.
    pub fn describe(&self) -> String {
        match self {
            Action::Created => "created".to_string(),
            Action::Renamed { from, to } => format!("renamed {from} to {to}"),
            Action::Deleted => "deleted".to_string(),
        }
    }
}

pub struct Entry {
    pub who: String,
    pub action: Action,
}

/// One line for each entry, actor first, then the action as auditors word it.
pub fn printout(entries: &[Entry]) -> String {
    let mut text = String::new();
    for (number, entry) in entries.iter().enumerate() {
        text.push_str(&format!("{}. {}: {}\n", number + 1, entry.who, entry.action));
    }
    text
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Created,
    Renamed { from: String, to: String },
    Deleted,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe())
    }
}

impl Action {
    /// The wording that auditors know.
    pub fn describe(&self) -> String {
        match self {
            Action::Created => "created".to_string(),
            Action::Renamed { from, to } => format!("renamed {from} to {to}"),
            Action::Deleted => "deleted".to_string(),
        }
    }
}

pub struct Entry {
    pub who: String,
    pub action: Action,
}

/// One line for each entry, actor first, then the action as auditors word it.
pub fn printout(entries: &[Entry]) -> String {
    let mut text = String::new();
    for (number, entry) in entries.iter().enumerate() {
        text.push_str(&format!("{}. {}: {}\n", number + 1, entry.who, entry.action));
    }
    text
}
==== tests
    #[test]
    fn lines_read_well() {
        let entries = [
            Entry { who: "ann".into(), action: Action::Created },
            Entry { who: "bob".into(), action: Action::Renamed { from: "a".into(), to: "b".into() } },
        ];
        assert_eq!(printout(&entries), "1. ann: created\n2. bob: renamed a to b\n");
    }
    #[test]
    fn deletion() {
        let entries = [Entry { who: "cy".into(), action: Action::Deleted }];
        assert_eq!(printout(&entries), "1. cy: deleted\n");
    }
