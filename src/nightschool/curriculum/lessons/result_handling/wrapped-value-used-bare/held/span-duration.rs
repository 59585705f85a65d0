---
code: E0308
---
use std::collections::HashMap;

/// Open spans of a profile by name, with their start in nanoseconds.
#[derive(Debug, Default)]
pub struct Spans {
    open: HashMap<String, u64>,
    closed: Vec<(String, u64)>,
    unmatched: u32,
}

impl Spans {
    pub fn enter(&mut self, name: &str, at: u64) {
        self.open.insert(name.to_string(), at);
    }

    /// Closes a span. An exit that has no matching entry is counted and
    /// otherwise ignored; it must not show up as a span.
    pub fn exit(&mut self, name: &str, at: u64) {
        let started: u64 = self.open.remove(name);
        let length = at.saturating_sub(started);
        self.closed.push((name.to_string(), length));
    }

    pub fn unmatched(&self) -> u32 {
        self.unmatched
    }

    pub fn longest(&self) -> Option<(&str, u64)> {
        self.closed
            .iter()
            .max_by_key(|(_, length)| *length)
            .map(|(name, length)| (name.as_str(), *length))
    }

    pub fn closed(&self) -> usize {
        self.closed.len()
    }
}
==== fixed
use std::collections::HashMap;

/// Open spans of a profile by name, with their start in nanoseconds.
#[derive(Debug, Default)]
pub struct Spans {
    open: HashMap<String, u64>,
    closed: Vec<(String, u64)>,
    unmatched: u32,
}

impl Spans {
    pub fn enter(&mut self, name: &str, at: u64) {
        self.open.insert(name.to_string(), at);
    }

    /// Closes a span. An exit that has no matching entry is counted and
    /// otherwise ignored; it must not show up as a span.
    pub fn exit(&mut self, name: &str, at: u64) {
        let Some(started) = self.open.remove(name) else {
            self.unmatched += 1;
            return;
        };
        let length = at.saturating_sub(started);
        self.closed.push((name.to_string(), length));
    }

    pub fn unmatched(&self) -> u32 {
        self.unmatched
    }

    pub fn longest(&self) -> Option<(&str, u64)> {
        self.closed
            .iter()
            .max_by_key(|(_, length)| *length)
            .map(|(name, length)| (name.as_str(), *length))
    }

    pub fn closed(&self) -> usize {
        self.closed.len()
    }
}
==== tests
    #[test]
    fn lengths() {
        let mut s = Spans::default();
        s.enter("parse", 100);
        s.enter("lex", 110);
        s.exit("lex", 130);
        s.exit("parse", 190);
        assert_eq!(s.longest(), Some(("parse", 90)));
        assert_eq!((s.closed(), s.unmatched()), (2, 0));
    }
    #[test]
    fn stray_exit_is_only_counted() {
        let mut s = Spans::default();
        s.exit("ghost", 500);
        assert_eq!((s.closed(), s.unmatched()), (0, 1));
        assert_eq!(s.longest(), None);
        s.enter("a", 1);
        s.exit("a", 2);
        s.exit("a", 3);
        assert_eq!((s.closed(), s.unmatched()), (1, 2));
    }
