---
code: E0004
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub topic: String,
    pub body: String,
}

#[derive(Debug, PartialEq, Eq)]
pub enum PublishError {
    /// The broker is busy; the same message may be sent again.
    Busy,
    /// The topic does not exist; sending again cannot help.
    NoSuchTopic,
    /// The link dropped before the broker answered; send again.
    LinkLost,
}

pub trait Broker {
    fn publish(&mut self, message: &Message) -> Result<u64, PublishError>;
}

#[derive(Default)]
pub struct Outbox {
    pub pending: VecDeque<Message>,
    pub dead: Vec<Message>,
    pub last_offset: Option<u64>,
}

impl Outbox {
    pub fn add(&mut self, topic: &str, body: &str) {
        self.pending.push_back(Message { topic: topic.to_string(), body: body.to_string() });
    }

    /// Tries the oldest message once. A message that may be sent again goes back
    /// to the front; a hopeless one goes to the dead letters.
    pub fn flush_one(&mut self, broker: &mut dyn Broker) -> bool {
        let Some(message) = self.pending.pop_front() else { return false };
        match broker.publish(&message) {
            Ok(offset) => {
                self.last_offset = Some(offset);
                true
            }
            Err(PublishError::Busy) => {
                self.pending.push_front(message);
                false
            }
            Err(PublishError::NoSuchTopic) => {
                self.dead.push(message);
                false
            }
        }
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub topic: String,
    pub body: String,
}

#[derive(Debug, PartialEq, Eq)]
pub enum PublishError {
    /// The broker is busy; the same message may be sent again.
    Busy,
    /// The topic does not exist; sending again cannot help.
    NoSuchTopic,
    /// The link dropped before the broker answered; send again.
    LinkLost,
}

pub trait Broker {
    fn publish(&mut self, message: &Message) -> Result<u64, PublishError>;
}

#[derive(Default)]
pub struct Outbox {
    pub pending: VecDeque<Message>,
    pub dead: Vec<Message>,
    pub last_offset: Option<u64>,
}

impl Outbox {
    pub fn add(&mut self, topic: &str, body: &str) {
        self.pending.push_back(Message { topic: topic.to_string(), body: body.to_string() });
    }

    /// Tries the oldest message once. A message that may be sent again goes back
    /// to the front; a hopeless one goes to the dead letters.
    pub fn flush_one(&mut self, broker: &mut dyn Broker) -> bool {
        let Some(message) = self.pending.pop_front() else { return false };
        match broker.publish(&message) {
            Ok(offset) => {
                self.last_offset = Some(offset);
                true
            }
            Err(PublishError::Busy | PublishError::LinkLost) => {
                self.pending.push_front(message);
                false
            }
            Err(PublishError::NoSuchTopic) => {
                self.dead.push(message);
                false
            }
        }
    }
}
==== tests
struct Script(Vec<Result<u64, PublishError>>);

impl Broker for Script {
    fn publish(&mut self, _message: &Message) -> Result<u64, PublishError> {
        self.0.remove(0)
    }
}

#[test]
fn a_lost_link_keeps_the_message_in_front() {
    let mut outbox = Outbox::default();
    outbox.add("a", "1");
    outbox.add("a", "2");
    let mut broker = Script(vec![Err(PublishError::LinkLost), Ok(7)]);
    assert!(!outbox.flush_one(&mut broker));
    assert_eq!(outbox.pending.len(), 2);
    assert_eq!(outbox.pending[0].body, "1");
    assert!(outbox.dead.is_empty());
    assert!(outbox.flush_one(&mut broker));
    assert_eq!(outbox.last_offset, Some(7));
}

#[test]
fn hopeless_messages_are_dead_letters() {
    let mut outbox = Outbox::default();
    outbox.add("nope", "1");
    assert!(!outbox.flush_one(&mut Script(vec![Err(PublishError::NoSuchTopic)])));
    assert!(outbox.pending.is_empty());
    assert_eq!(outbox.dead.len(), 1);
}
