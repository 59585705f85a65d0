---
code: E0382
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub to: String,
    pub body: String,
}

pub trait Channel {
    fn send(&mut self, message: Message) -> bool;
}

/// Keeps at most `room` messages and refuses more.
pub struct Mailbox {
    pub room: usize,
    pub inbox: VecDeque<Message>,
}

impl Channel for Mailbox {
    fn send(&mut self, message: Message) -> bool {
        if self.inbox.len() >= self.room {
            return false;
        }
        self.inbox.push_back(message);
        true
    }
}

#[derive(Default)]
pub struct Sender {
    pub log: Vec<String>,
    pub undelivered: Vec<Message>,
}

impl Sender {
    /// Sends and logs "to: ok" or "to: failed". A refused message is kept for later.
    pub fn deliver(&mut self, channel: &mut dyn Channel, message: Message) {
        if channel.send(message) {
            self.log.push(format!("{}: ok", message.to));
        } else {
            self.log.push(format!("{}: failed", message.to));
            self.undelivered.push(message);
        }
    }

    pub fn retry(&mut self, channel: &mut dyn Channel) {
        for message in std::mem::take(&mut self.undelivered) {
            self.deliver(channel, message);
        }
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub to: String,
    pub body: String,
}

pub trait Channel {
    fn send(&mut self, message: Message) -> bool;
}

/// Keeps at most `room` messages and refuses more.
pub struct Mailbox {
    pub room: usize,
    pub inbox: VecDeque<Message>,
}

impl Channel for Mailbox {
    fn send(&mut self, message: Message) -> bool {
        if self.inbox.len() >= self.room {
            return false;
        }
        self.inbox.push_back(message);
        true
    }
}

#[derive(Default)]
pub struct Sender {
    pub log: Vec<String>,
    pub undelivered: Vec<Message>,
}

impl Sender {
    /// Sends and logs "to: ok" or "to: failed". A refused message is kept for later.
    pub fn deliver(&mut self, channel: &mut dyn Channel, message: Message) {
        if channel.send(message.clone()) {
            self.log.push(format!("{}: ok", message.to));
        } else {
            self.log.push(format!("{}: failed", message.to));
            self.undelivered.push(message);
        }
    }

    pub fn retry(&mut self, channel: &mut dyn Channel) {
        for message in std::mem::take(&mut self.undelivered) {
            self.deliver(channel, message);
        }
    }
}
==== tests
fn message(to: &str) -> Message {
    Message { to: to.into(), body: format!("hello {to}") }
}

#[test]
fn refused_messages_are_kept_whole() {
    let mut m = Mailbox { room: 1, inbox: VecDeque::new() };
    let mut s = Sender::default();
    s.deliver(&mut m, message("ann"));
    s.deliver(&mut m, message("bo"));
    assert_eq!(s.log, ["ann: ok", "bo: failed"]);
    assert_eq!(s.undelivered, [message("bo")]);
    assert_eq!(m.inbox, [message("ann")]);
}

#[test]
fn retry_sends_what_was_kept() {
    let mut m = Mailbox { room: 0, inbox: VecDeque::new() };
    let mut s = Sender::default();
    s.deliver(&mut m, message("cy"));
    m.room = 1;
    s.retry(&mut m);
    assert!(s.undelivered.is_empty());
    assert_eq!(s.log, ["cy: failed", "cy: ok"]);
    assert_eq!(m.inbox, [message("cy")]);
}
