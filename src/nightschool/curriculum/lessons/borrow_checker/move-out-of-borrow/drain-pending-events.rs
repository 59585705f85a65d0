---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    Opened(String),
    Renamed { from: String, to: String },
    Closed,
}

/// Collects events until somebody asks for the batch.
#[derive(Debug, Default)]
pub struct Batcher {
    pending: Vec<Event>,
    batches: usize,
}

impl Batcher {
    /// Adds an event. A rename that directly follows a rename of the same
    /// file is merged with it.
    pub fn add(&mut self, event: Event) {
        if let Event::Renamed { from, to } = &event {
            if let Some(Event::Renamed { to: last, .. }) = self.pending.last_mut() {
                if last == from {
                    last.clone_from(to);
                    return;
                }
            }
        }
        self.pending.push(event);
    }

    /// Hands over all pending events; the next batch starts empty.
    pub fn flush(&mut self) -> Vec<Event> {
        if self.pending.is_empty() {
            return Vec::new();
        }
        self.batches += 1;
        self.pending
    }

    pub fn batches(&self) -> usize {
        self.batches
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    Opened(String),
    Renamed { from: String, to: String },
    Closed,
}

/// Collects events until somebody asks for the batch.
#[derive(Debug, Default)]
pub struct Batcher {
    pending: Vec<Event>,
    batches: usize,
}

impl Batcher {
    /// Adds an event. A rename that directly follows a rename of the same
    /// file is merged with it.
    pub fn add(&mut self, event: Event) {
        if let Event::Renamed { from, to } = &event {
            if let Some(Event::Renamed { to: last, .. }) = self.pending.last_mut() {
                if last == from {
                    last.clone_from(to);
                    return;
                }
            }
        }
        self.pending.push(event);
    }

    /// Hands over all pending events; the next batch starts empty.
    pub fn flush(&mut self) -> Vec<Event> {
        if self.pending.is_empty() {
            return Vec::new();
        }
        self.batches += 1;
        std::mem::take(&mut self.pending)
    }

    pub fn batches(&self) -> usize {
        self.batches
    }
}
==== tests
fn renamed(from: &str, to: &str) -> Event {
    Event::Renamed { from: from.to_string(), to: to.to_string() }
}

#[test]
fn flush_empties() {
    let mut b = Batcher::default();
    b.add(Event::Opened("a".into()));
    b.add(Event::Closed);
    assert_eq!(b.flush(), vec![Event::Opened("a".into()), Event::Closed]);
    assert!(b.flush().is_empty());
    assert_eq!(b.batches(), 1);
    b.add(Event::Closed);
    assert_eq!(b.flush(), vec![Event::Closed]);
    assert_eq!(b.batches(), 2);
}

#[test]
fn renames_merge_within_a_batch_only() {
    let mut b = Batcher::default();
    b.add(renamed("a", "b"));
    b.add(renamed("b", "c"));
    assert_eq!(b.flush(), vec![renamed("a", "c")]);
    b.add(renamed("c", "d"));
    assert_eq!(b.flush(), vec![renamed("c", "d")]);
}
