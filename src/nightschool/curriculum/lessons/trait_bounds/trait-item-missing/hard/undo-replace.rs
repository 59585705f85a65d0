---
code: E0046
---
//! Commands of a text editor that can be taken back.

pub trait Command {
    fn apply(&mut self, text: &mut String);
    /// Brings the text back to what it was before `apply`.
    fn revert(&mut self, text: &mut String);
}

pub struct Append {
    pub tail: String,
}

impl Command for Append {
    fn apply(&mut self, text: &mut String) {
        text.push_str(&self.tail);
    }

    fn revert(&mut self, text: &mut String) {
        text.truncate(text.len() - self.tail.len());
    }
}

/// Replaces the whole text and remembers the old one.
pub struct ReplaceAll {
    with: String,
    before: Option<String>,
}

impl ReplaceAll {
    pub fn new(with: &str) -> Self {
        ReplaceAll { with: with.to_string(), before: None }
    }
}

impl Command for ReplaceAll {
    fn apply(&mut self, text: &mut String) {
        self.before = Some(std::mem::replace(text, self.with.clone()));
    }
}

/// Applies all commands, then reverts them from the last to the first.
pub fn round_trip(commands: &mut [Box<dyn Command>], text: &mut String) -> String {
    for command in commands.iter_mut() {
        command.apply(text);
    }
    let reached = text.clone();
    for command in commands.iter_mut().rev() {
        command.revert(text);
    }
    reached
}
==== fixed
//! Commands of a text editor that can be taken back.

pub trait Command {
    fn apply(&mut self, text: &mut String);
    /// Brings the text back to what it was before `apply`.
    fn revert(&mut self, text: &mut String);
}

pub struct Append {
    pub tail: String,
}

impl Command for Append {
    fn apply(&mut self, text: &mut String) {
        text.push_str(&self.tail);
    }

    fn revert(&mut self, text: &mut String) {
        text.truncate(text.len() - self.tail.len());
    }
}

/// Replaces the whole text and remembers the old one.
pub struct ReplaceAll {
    with: String,
    before: Option<String>,
}

impl ReplaceAll {
    pub fn new(with: &str) -> Self {
        ReplaceAll { with: with.to_string(), before: None }
    }
}

impl Command for ReplaceAll {
    fn apply(&mut self, text: &mut String) {
        self.before = Some(std::mem::replace(text, self.with.clone()));
    }

    fn revert(&mut self, text: &mut String) {
        if let Some(before) = self.before.take() {
            *text = before;
        }
    }
}

/// Applies all commands, then reverts them from the last to the first.
pub fn round_trip(commands: &mut [Box<dyn Command>], text: &mut String) -> String {
    for command in commands.iter_mut() {
        command.apply(text);
    }
    let reached = text.clone();
    for command in commands.iter_mut().rev() {
        command.revert(text);
    }
    reached
}
==== tests
#[test]
fn replace_comes_back() {
    let mut text = String::from("draft");
    let mut replace = ReplaceAll::new("final");
    replace.apply(&mut text);
    assert_eq!(text, "final");
    replace.revert(&mut text);
    assert_eq!(text, "draft");
}

#[test]
fn a_mixed_history_comes_back() {
    let mut text = String::from("a");
    let mut commands: Vec<Box<dyn Command>> = vec![
        Box::new(Append { tail: "bc".to_string() }),
        Box::new(ReplaceAll::new("xyz")),
        Box::new(Append { tail: "!".to_string() }),
    ];
    assert_eq!(round_trip(&mut commands, &mut text), "xyz!");
    assert_eq!(text, "a");
}
