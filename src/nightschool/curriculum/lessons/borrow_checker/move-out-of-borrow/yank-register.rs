---
code: E0507
---
use std::collections::VecDeque;

/// A small ring of texts that were cut from a buffer.
#[derive(Debug, Default)]
pub struct YankRing {
    pending: String,
    slots: VecDeque<String>,
    limit: usize,
}

impl YankRing {
    pub fn with_limit(limit: usize) -> Self {
        YankRing { pending: String::new(), slots: VecDeque::new(), limit }
    }

    /// Adds to the text that is being cut right now.
    pub fn append(&mut self, piece: &str) {
        self.pending.push_str(piece);
    }

    /// Stores the text collected so far as the newest slot and starts over with an empty one.
    /// An empty cut leaves the ring alone.
    pub fn commit(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        if self.slots.len() == self.limit {
            self.slots.pop_back();
        }
        self.slots.push_front(self.pending);
    }

    pub fn newest(&self) -> Option<&str> {
        self.slots.front().map(String::as_str)
    }

    pub fn len(&self) -> usize {
        self.slots.len()
    }

    pub fn pending_len(&self) -> usize {
        self.pending.len()
    }
}
==== fixed
use std::collections::VecDeque;

/// A small ring of texts that were cut from a buffer.
#[derive(Debug, Default)]
pub struct YankRing {
    pending: String,
    slots: VecDeque<String>,
    limit: usize,
}

impl YankRing {
    pub fn with_limit(limit: usize) -> Self {
        YankRing { pending: String::new(), slots: VecDeque::new(), limit }
    }

    /// Adds to the text that is being cut right now.
    pub fn append(&mut self, piece: &str) {
        self.pending.push_str(piece);
    }

    /// Stores the text collected so far as the newest slot and starts over with an empty one.
    /// An empty cut leaves the ring alone.
    pub fn commit(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        if self.slots.len() == self.limit {
            self.slots.pop_back();
        }
        self.slots.push_front(std::mem::take(&mut self.pending));
    }

    pub fn newest(&self) -> Option<&str> {
        self.slots.front().map(String::as_str)
    }

    pub fn len(&self) -> usize {
        self.slots.len()
    }

    pub fn pending_len(&self) -> usize {
        self.pending.len()
    }
}
==== tests
#[test]
fn commit_starts_over() {
    let mut ring = YankRing::with_limit(3);
    ring.append("foo ");
    ring.append("bar");
    ring.commit();
    assert_eq!(ring.newest(), Some("foo bar"));
    assert_eq!(ring.pending_len(), 0);
    ring.append("baz");
    ring.commit();
    assert_eq!(ring.newest(), Some("baz"));
    assert_eq!(ring.len(), 2);
}

#[test]
fn empty_commit_is_ignored_and_limit_holds() {
    let mut ring = YankRing::with_limit(1);
    ring.commit();
    assert_eq!(ring.len(), 0);
    ring.append("a");
    ring.commit();
    ring.append("b");
    ring.commit();
    ring.commit();
    assert_eq!(ring.len(), 1);
    assert_eq!(ring.newest(), Some("b"));
}
