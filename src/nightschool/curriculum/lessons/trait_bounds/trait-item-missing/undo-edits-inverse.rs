---
code: E0046
---
use std::collections::BTreeMap;

/// An edit that can be taken back.
pub trait Edit: Sized {
    type Target;

    /// Carries the edit out.
    fn apply(&self, target: &mut Self::Target);

    /// The edit that takes this one back, seen from `target` as it is
    /// before this edit is applied.
    fn inverse(&self, target: &Self::Target) -> Self;
}

#[derive(Debug, Clone, PartialEq)]
pub enum TaskEdit {
    Set(String, u32),
    Clear(String),
}

impl Edit for TaskEdit {
    type Target = BTreeMap<String, u32>;

    fn apply(&self, target: &mut Self::Target) {
        match self {
            TaskEdit::Set(task, days) => target.insert(task.clone(), *days),
            TaskEdit::Clear(task) => target.remove(task),
        };
    }
}

pub struct History<E: Edit> {
    pub state: E::Target,
    undo: Vec<E>,
}

impl<E: Edit> History<E> {
    pub fn new(state: E::Target) -> Self {
        History { state, undo: Vec::new() }
    }

    pub fn perform(&mut self, edit: E) {
        self.undo.push(edit.inverse(&self.state));
        edit.apply(&mut self.state);
    }

    pub fn undo(&mut self) -> bool {
        self.undo.pop().map(|edit| edit.apply(&mut self.state)).is_some()
    }
}
==== fixed
use std::collections::BTreeMap;

/// An edit that can be taken back.
pub trait Edit: Sized {
    type Target;

    /// Carries the edit out.
    fn apply(&self, target: &mut Self::Target);

    /// The edit that takes this one back, seen from `target` as it is
    /// before this edit is applied.
    fn inverse(&self, target: &Self::Target) -> Self;
}

#[derive(Debug, Clone, PartialEq)]
pub enum TaskEdit {
    Set(String, u32),
    Clear(String),
}

impl Edit for TaskEdit {
    type Target = BTreeMap<String, u32>;

    fn apply(&self, target: &mut Self::Target) {
        match self {
            TaskEdit::Set(task, days) => target.insert(task.clone(), *days),
            TaskEdit::Clear(task) => target.remove(task),
        };
    }

    fn inverse(&self, target: &Self::Target) -> Self {
        let (TaskEdit::Set(task, _) | TaskEdit::Clear(task)) = self;
        match target.get(task) {
            Some(days) => TaskEdit::Set(task.clone(), *days),
            None => TaskEdit::Clear(task.clone()),
        }
    }
}

pub struct History<E: Edit> {
    pub state: E::Target,
    undo: Vec<E>,
}

impl<E: Edit> History<E> {
    pub fn new(state: E::Target) -> Self {
        History { state, undo: Vec::new() }
    }

    pub fn perform(&mut self, edit: E) {
        self.undo.push(edit.inverse(&self.state));
        edit.apply(&mut self.state);
    }

    pub fn undo(&mut self) -> bool {
        self.undo.pop().map(|edit| edit.apply(&mut self.state)).is_some()
    }
}
==== tests
fn set(task: &str, days: u32) -> TaskEdit {
    TaskEdit::Set(task.to_string(), days)
}

#[test]
fn undo_restores_old_values() {
    let mut h = History::new(BTreeMap::new());
    h.perform(set("dig", 3));
    h.perform(set("dig", 5));
    h.perform(TaskEdit::Clear("dig".into()));
    assert!(h.state.is_empty());
    assert!(h.undo());
    assert_eq!(h.state["dig"], 5);
    assert!(h.undo());
    assert_eq!(h.state["dig"], 3);
    assert!(h.undo());
    assert!(h.state.is_empty());
    assert!(!h.undo());
}

#[test]
fn clearing_nothing_is_undone_to_nothing() {
    let mut h = History::new(BTreeMap::from([("a".to_string(), 1)]));
    h.perform(TaskEdit::Clear("b".into()));
    h.undo();
    assert_eq!(h.state.len(), 1);
}
