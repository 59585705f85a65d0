---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub sender: String,
    pub body: String,
}

#[derive(Debug, Default)]
pub struct Hub {
    inboxes: BTreeMap<String, Vec<Message>>,
}

impl Hub {
    pub fn register(&mut self, name: &str) {
        self.inboxes.entry(name.to_string()).or_default();
    }

    /// Puts the message into every inbox but the sender's own; gives the number of people reached.
    pub fn broadcast(&mut self, message: Message) -> usize {
        let mut reached = 0;
        for (name, inbox) in self.inboxes.iter_mut() {
            if *name == message.sender {
                continue;
            }
            inbox.push(message);
            reached += 1;
        }
        reached
    }

    pub fn inbox(&self, name: &str) -> &[Message] {
        self.inboxes.get(name).map_or(&[], Vec::as_slice)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub sender: String,
    pub body: String,
}

#[derive(Debug, Default)]
pub struct Hub {
    inboxes: BTreeMap<String, Vec<Message>>,
}

impl Hub {
    pub fn register(&mut self, name: &str) {
        self.inboxes.entry(name.to_string()).or_default();
    }

    /// Puts the message into every inbox but the sender's own; gives the number of people reached.
    pub fn broadcast(&mut self, message: Message) -> usize {
        let mut reached = 0;
        for (name, inbox) in self.inboxes.iter_mut() {
            if *name == message.sender {
                continue;
            }
            inbox.push(message.clone());
            reached += 1;
        }
        reached
    }

    pub fn inbox(&self, name: &str) -> &[Message] {
        self.inboxes.get(name).map_or(&[], Vec::as_slice)
    }
}
==== tests
fn hub() -> Hub {
    let mut h = Hub::default();
    for name in ["ann", "bob", "cid"] {
        h.register(name);
    }
    h
}

#[test]
fn all_others_get_it() {
    let mut h = hub();
    let m = Message { sender: "bob".into(), body: "hi".into() };
    assert_eq!(h.broadcast(m.clone()), 2);
    assert_eq!(h.inbox("ann"), [m.clone()]);
    assert_eq!(h.inbox("cid"), [m]);
    assert!(h.inbox("bob").is_empty());
}

#[test]
fn strangers_reach_everyone_in_order() {
    let mut h = hub();
    for body in ["1", "2"] {
        assert_eq!(h.broadcast(Message { sender: "bot".into(), body: body.into() }), 3);
    }
    let bodies: Vec<&str> = h.inbox("bob").iter().map(|m| m.body.as_str()).collect();
    assert_eq!(bodies, ["1", "2"]);
}
