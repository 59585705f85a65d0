---
code: E0507
---
//! Undo history of an editor, kept as a chain of steps.

#[derive(Debug, Clone)]
struct Step {
    text: String,
    older: Option<Box<Step>>,
}

#[derive(Debug, Default, Clone)]
pub struct History {
    newest: Option<Box<Step>>,
    len: usize,
}

impl History {
    pub fn remember(&mut self, text: &str) {
        let older = self.newest.take();
        self.newest = Some(Box::new(Step { text: text.to_string(), older }));
        self.len += 1;
    }

    /// How many steps can be undone.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.newest.is_none()
    }

    /// The text that `undo` would bring back. The history stays as it is.
    pub fn peek(&mut self) -> Option<String> {
        let step = self.newest?;
        Some(step.text)
    }

    /// Removes the newest step and gives its text back.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.newest.take()?;
        self.newest = step.older;
        self.len -= 1;
        Some(step.text)
    }
}
==== fixed
//! Undo history of an editor, kept as a chain of steps.

#[derive(Debug, Clone)]
struct Step {
    text: String,
    older: Option<Box<Step>>,
}

#[derive(Debug, Default, Clone)]
pub struct History {
    newest: Option<Box<Step>>,
    len: usize,
}

impl History {
    pub fn remember(&mut self, text: &str) {
        let older = self.newest.take();
        self.newest = Some(Box::new(Step { text: text.to_string(), older }));
        self.len += 1;
    }

    /// How many steps can be undone.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.newest.is_none()
    }

    /// The text that `undo` would bring back. The history stays as it is.
    pub fn peek(&mut self) -> Option<String> {
        let step = self.newest.as_ref()?;
        Some(step.text.clone())
    }

    /// Removes the newest step and gives its text back.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.newest.take()?;
        self.newest = step.older;
        self.len -= 1;
        Some(step.text)
    }
}
==== tests
fn history() -> History {
    let mut history = History::default();
    history.remember("a");
    history.remember("ab");
    history
}

#[test]
fn peeking_changes_nothing() {
    let mut history = history();
    assert_eq!(history.peek().as_deref(), Some("ab"));
    assert_eq!(history.peek().as_deref(), Some("ab"));
    assert_eq!(history.len(), 2);
    assert!(!history.is_empty());
}

#[test]
fn undo_goes_back_to_the_start() {
    let mut history = history();
    history.peek();
    assert_eq!(history.undo().as_deref(), Some("ab"));
    assert_eq!(history.peek().as_deref(), Some("a"));
    assert_eq!(history.undo().as_deref(), Some("a"));
    assert_eq!(history.undo(), None);
    assert_eq!(history.peek(), None);
}
