---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy)]
pub enum Modifier {
    None,
    Ctrl,
    Shift,
}

/// What a listener can subscribe to.
#[derive(Debug, Clone)]
pub enum EventKind {
    Key(char, Modifier),
    Click { button: u8 },
    Tick,
}

#[derive(Default)]
pub struct Subscriptions {
    by_kind: BTreeMap<EventKind, Vec<String>>,
}

impl Subscriptions {
    pub fn subscribe(&mut self, kind: EventKind, listener: &str) {
        self.by_kind
            .entry(kind)
            .or_default()
            .push(listener.to_string());
    }

    pub fn listeners(&self, kind: &EventKind) -> Vec<&str> {
        match self.by_kind.get(kind) {
            Some(list) => list.iter().map(String::as_str).collect(),
            None => Vec::new(),
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modifier {
    None,
    Ctrl,
    Shift,
}

/// What a listener can subscribe to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    Key(char, Modifier),
    Click { button: u8 },
    Tick,
}

#[derive(Default)]
pub struct Subscriptions {
    by_kind: BTreeMap<EventKind, Vec<String>>,
}

impl Subscriptions {
    pub fn subscribe(&mut self, kind: EventKind, listener: &str) {
        self.by_kind
            .entry(kind)
            .or_default()
            .push(listener.to_string());
    }

    pub fn listeners(&self, kind: &EventKind) -> Vec<&str> {
        match self.by_kind.get(kind) {
            Some(list) => list.iter().map(String::as_str).collect(),
            None => Vec::new(),
        }
    }
}
==== tests
#[test]
fn kinds_are_told_apart() {
    let mut s = Subscriptions::default();
    s.subscribe(EventKind::Key('s', Modifier::Ctrl), "save");
    s.subscribe(EventKind::Key('s', Modifier::None), "insert");
    s.subscribe(EventKind::Click { button: 1 }, "select");
    s.subscribe(EventKind::Key('s', Modifier::Ctrl), "log");
    assert_eq!(s.listeners(&EventKind::Key('s', Modifier::Ctrl)), vec!["save", "log"]);
    assert_eq!(s.listeners(&EventKind::Key('s', Modifier::None)), vec!["insert"]);
    assert!(s.listeners(&EventKind::Key('s', Modifier::Shift)).is_empty());
    assert!(s.listeners(&EventKind::Click { button: 2 }).is_empty());
}

#[test]
fn tick() {
    let mut s = Subscriptions::default();
    s.subscribe(EventKind::Tick, "clock");
    assert_eq!(s.listeners(&EventKind::Tick), vec!["clock"]);
}
