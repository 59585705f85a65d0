---
code: E0373
---
use std::cell::Cell;
use std::rc::Rc;

type Callback = Box<dyn Fn(&str)>;

/// Calls everybody who registered for a topic.
#[derive(Default)]
pub struct Registry {
    callbacks: Vec<Callback>,
}

impl Registry {
    pub fn register<F: Fn(&str) + 'static>(&mut self, callback: F) {
        self.callbacks.push(Box::new(callback));
    }

    pub fn emit(&self, topic: &str) {
        for callback in &self.callbacks {
            callback(topic);
        }
    }
}

/// Registers a counter for topics that start with `prefix`; the returned cell shows the count.
pub fn count_topics(registry: &mut Registry, prefix: &str) -> Rc<Cell<usize>> {
    let prefix = prefix.to_string();
    let count = Rc::new(Cell::new(0));
    registry.register(|topic: &str| {
        if topic.starts_with(&prefix) {
            count.set(count.get() + 1);
        }
    });
    count
}
==== fixed
use std::cell::Cell;
use std::rc::Rc;

type Callback = Box<dyn Fn(&str)>;

/// Calls everybody who registered for a topic.
#[derive(Default)]
pub struct Registry {
    callbacks: Vec<Callback>,
}

impl Registry {
    pub fn register<F: Fn(&str) + 'static>(&mut self, callback: F) {
        self.callbacks.push(Box::new(callback));
    }

    pub fn emit(&self, topic: &str) {
        for callback in &self.callbacks {
            callback(topic);
        }
    }
}

/// Registers a counter for topics that start with `prefix`; the returned cell shows the count.
pub fn count_topics(registry: &mut Registry, prefix: &str) -> Rc<Cell<usize>> {
    let prefix = prefix.to_string();
    let count = Rc::new(Cell::new(0));
    let seen = Rc::clone(&count);
    registry.register(move |topic: &str| {
        if topic.starts_with(&prefix) {
            seen.set(seen.get() + 1);
        }
    });
    count
}
==== tests
#[test]
fn the_returned_cell_counts() {
    let mut registry = Registry::default();
    let net = count_topics(&mut registry, "net.");
    let all = count_topics(&mut registry, "");
    registry.emit("net.up");
    registry.emit("disk.full");
    registry.emit("net.down");
    assert_eq!(net.get(), 2);
    assert_eq!(all.get(), 3);
}

#[test]
fn starts_at_zero() {
    let mut registry = Registry::default();
    let count = count_topics(&mut registry, "x");
    assert_eq!(count.get(), 0);
    registry.emit("y");
    assert_eq!(count.get(), 0);
}
