---
code: E0505
---
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Channel {
    name: String,
    messages: Vec<String>,
    unread: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Archive {
    pub name: String,
    pub lines: usize,
    pub last: String,
}

impl Channel {
    pub fn new(name: &str) -> Channel {
        Channel { name: name.to_string(), ..Channel::default() }
    }

    pub fn push(&mut self, message: &str) {
        self.messages.push(message.to_string());
        self.unread += 1;
    }

    fn last(&self) -> &str {
        self.messages.last().map_or("", String::as_str)
    }

    fn close(self, log: &mut BTreeMap<String, usize>) -> usize {
        log.insert(self.name, self.unread);
        self.messages.len()
    }
}

/// Closes a channel, which logs its unread messages, and keeps its last line.
pub fn archive(channel: Channel, log: &mut BTreeMap<String, usize>) -> Archive {
    let name = channel.name.clone();
    let last = channel.last();
    let lines = channel.close(log);
    Archive { name, lines, last: last.to_string() }
}

pub fn archive_all(channels: Vec<Channel>) -> (Vec<Archive>, BTreeMap<String, usize>) {
    let mut log = BTreeMap::new();
    let archives = channels.into_iter().map(|c| archive(c, &mut log)).collect();
    (archives, log)
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Channel {
    name: String,
    messages: Vec<String>,
    unread: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Archive {
    pub name: String,
    pub lines: usize,
    pub last: String,
}

impl Channel {
    pub fn new(name: &str) -> Channel {
        Channel { name: name.to_string(), ..Channel::default() }
    }

    pub fn push(&mut self, message: &str) {
        self.messages.push(message.to_string());
        self.unread += 1;
    }

    fn last(&self) -> &str {
        self.messages.last().map_or("", String::as_str)
    }

    fn close(self, log: &mut BTreeMap<String, usize>) -> usize {
        log.insert(self.name, self.unread);
        self.messages.len()
    }
}

/// Closes a channel, which logs its unread messages, and keeps its last line.
pub fn archive(channel: Channel, log: &mut BTreeMap<String, usize>) -> Archive {
    let name = channel.name.clone();
    let last = channel.last().to_string();
    let lines = channel.close(log);
    Archive { name, lines, last }
}

pub fn archive_all(channels: Vec<Channel>) -> (Vec<Archive>, BTreeMap<String, usize>) {
    let mut log = BTreeMap::new();
    let archives = channels.into_iter().map(|c| archive(c, &mut log)).collect();
    (archives, log)
}
==== tests
#[test]
fn keeps_the_last_line() {
    let mut c = Channel::new("ops");
    c.push("disk full");
    c.push("fixed");
    let mut log = BTreeMap::new();
    let a = archive(c, &mut log);
    assert_eq!(a, Archive { name: "ops".into(), lines: 2, last: "fixed".into() });
    assert_eq!(log["ops"], 2);
}

#[test]
fn empty_channels_are_logged_too() {
    let (archives, log) = archive_all(vec![Channel::new("a"), Channel::new("b")]);
    assert_eq!(archives[1], Archive { name: "b".into(), lines: 0, last: String::new() });
    assert_eq!(log.len(), 2);
}
