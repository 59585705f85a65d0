---
code: E0004
---
/// What became of a pushed element.
#[derive(Debug, PartialEq)]
pub enum Pushed<T> {
    Stored,
    /// The buffer was full; this is the oldest element, which had to go.
    Displaced(T),
    /// The buffer is closed; this is the element itself.
    Refused(T),
}

pub struct Buffer<T> {
    items: std::collections::VecDeque<T>,
    capacity: usize,
    closed: bool,
}

impl<T> Buffer<T> {
    pub fn new(capacity: usize) -> Self {
        Buffer { items: Default::default(), capacity, closed: false }
    }

    pub fn close(&mut self) {
        self.closed = true;
    }

    pub fn push(&mut self, item: T) -> Pushed<T> {
        if self.closed {
            return Pushed::Refused(item);
        }
        self.items.push_back(item);
        if self.items.len() > self.capacity {
            if let Some(oldest) = self.items.pop_front() {
                return Pushed::Displaced(oldest);
            }
        }
        Pushed::Stored
    }
}

/// Pushes all items; returns every element that is not in the buffer afterwards
/// although it was before or was to be pushed, in the order in which they fell out.
pub fn push_all<T>(buffer: &mut Buffer<T>, items: Vec<T>) -> Vec<T> {
    let mut lost = Vec::new();
    for item in items {
        match buffer.push(item) {
            Pushed::Stored => {}
            Pushed::Displaced(old) => lost.push(old),
        }
    }
    lost
}
==== fixed
/// What became of a pushed element.
#[derive(Debug, PartialEq)]
pub enum Pushed<T> {
    Stored,
    /// The buffer was full; this is the oldest element, which had to go.
    Displaced(T),
    /// The buffer is closed; this is the element itself.
    Refused(T),
}

pub struct Buffer<T> {
    items: std::collections::VecDeque<T>,
    capacity: usize,
    closed: bool,
}

impl<T> Buffer<T> {
    pub fn new(capacity: usize) -> Self {
        Buffer { items: Default::default(), capacity, closed: false }
    }

    pub fn close(&mut self) {
        self.closed = true;
    }

    pub fn push(&mut self, item: T) -> Pushed<T> {
        if self.closed {
            return Pushed::Refused(item);
        }
        self.items.push_back(item);
        if self.items.len() > self.capacity {
            if let Some(oldest) = self.items.pop_front() {
                return Pushed::Displaced(oldest);
            }
        }
        Pushed::Stored
    }
}

/// Pushes all items; returns every element that is not in the buffer afterwards
/// although it was before or was to be pushed, in the order in which they fell out.
pub fn push_all<T>(buffer: &mut Buffer<T>, items: Vec<T>) -> Vec<T> {
    let mut lost = Vec::new();
    for item in items {
        match buffer.push(item) {
            Pushed::Stored => {}
            Pushed::Displaced(old) => lost.push(old),
            Pushed::Refused(item) => lost.push(item),
        }
    }
    lost
}
==== tests
#[test]
fn displaced_items_are_lost() {
    let mut buffer = Buffer::new(2);
    assert_eq!(push_all(&mut buffer, vec![1, 2, 3, 4]), vec![1, 2]);
}

#[test]
fn refused_items_are_lost() {
    let mut buffer = Buffer::new(2);
    assert!(push_all(&mut buffer, vec!["a"]).is_empty());
    buffer.close();
    assert_eq!(push_all(&mut buffer, vec!["b", "c"]), vec!["b", "c"]);
}
