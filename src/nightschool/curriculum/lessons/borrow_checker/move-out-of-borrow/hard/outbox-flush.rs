---
code: E0507
---
//! Outgoing mail waits in an outbox until the line is up.

use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub to: String,
    pub body: String,
}

#[derive(Default)]
pub struct Outbox {
    waiting: Vec<Message>,
    failed: VecDeque<Message>,
    sent: usize,
}

impl Outbox {
    pub fn queue(&mut self, to: &str, body: &str) {
        self.waiting.push(Message { to: to.to_string(), body: body.to_string() });
    }

    pub fn bounce(&mut self, message: Message) {
        self.failed.push_back(message);
    }

    /// Hands over every waiting message, oldest first. A message is never
    /// handed over twice.
    pub fn flush(&mut self) -> Vec<Message> {
        let batch = self.waiting;
        self.sent += batch.len();
        batch
    }

    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    pub fn failures(&self) -> usize {
        self.failed.len()
    }

    pub fn sent(&self) -> usize {
        self.sent
    }
}
==== fixed
//! Outgoing mail waits in an outbox until the line is up.

use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub to: String,
    pub body: String,
}

#[derive(Default)]
pub struct Outbox {
    waiting: Vec<Message>,
    failed: VecDeque<Message>,
    sent: usize,
}

impl Outbox {
    pub fn queue(&mut self, to: &str, body: &str) {
        self.waiting.push(Message { to: to.to_string(), body: body.to_string() });
    }

    pub fn bounce(&mut self, message: Message) {
        self.failed.push_back(message);
    }

    /// Hands over every waiting message, oldest first. A message is never
    /// handed over twice.
    pub fn flush(&mut self) -> Vec<Message> {
        let batch = std::mem::take(&mut self.waiting);
        self.sent += batch.len();
        batch
    }

    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    pub fn failures(&self) -> usize {
        self.failed.len()
    }

    pub fn sent(&self) -> usize {
        self.sent
    }
}
==== tests
#[test]
fn hands_over_in_order() {
    let mut outbox = Outbox::default();
    outbox.queue("ada", "hello");
    outbox.queue("bob", "bye");
    let batch = outbox.flush();
    let names: Vec<&str> = batch.iter().map(|m| m.to.as_str()).collect();
    assert_eq!(names, ["ada", "bob"]);
    assert_eq!(outbox.sent(), 2);
}

#[test]
fn never_twice() {
    let mut outbox = Outbox::default();
    outbox.queue("ada", "hello");
    assert_eq!(outbox.flush().len(), 1);
    assert_eq!(outbox.waiting(), 0);
    outbox.queue("cy", "again");
    let second = outbox.flush();
    assert_eq!(second.len(), 1);
    assert_eq!(second[0].to, "cy");
    assert_eq!(outbox.sent(), 2);
}
