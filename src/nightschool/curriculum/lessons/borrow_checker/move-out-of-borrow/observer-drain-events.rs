---
code: E0507
---
#[derive(Debug, PartialEq)]
pub struct Event {
    pub topic: String,
    pub payload: Vec<u8>,
}

/// Collects events until somebody asks for them.
#[derive(Default)]
pub struct EventBuffer {
    pending: Vec<Event>,
    delivered: usize,
}

impl EventBuffer {
    pub fn publish(&mut self, topic: &str, payload: &[u8]) {
        self.pending.push(Event {
            topic: topic.to_string(),
            payload: payload.to_vec(),
        });
    }

    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    pub fn delivered(&self) -> usize {
        self.delivered
    }

    /// Hands over the pending events; each event is delivered exactly once.
    pub fn drain(&mut self) -> Vec<Event> {
        let events = self.pending;
        self.delivered += events.len();
        events
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Event {
    pub topic: String,
    pub payload: Vec<u8>,
}

/// Collects events until somebody asks for them.
#[derive(Default)]
pub struct EventBuffer {
    pending: Vec<Event>,
    delivered: usize,
}

impl EventBuffer {
    pub fn publish(&mut self, topic: &str, payload: &[u8]) {
        self.pending.push(Event {
            topic: topic.to_string(),
            payload: payload.to_vec(),
        });
    }

    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    pub fn delivered(&self) -> usize {
        self.delivered
    }

    /// Hands over the pending events; each event is delivered exactly once.
    pub fn drain(&mut self) -> Vec<Event> {
        let events = std::mem::take(&mut self.pending);
        self.delivered += events.len();
        events
    }
}
==== tests
#[test]
fn each_event_once() {
    let mut buffer = EventBuffer::default();
    buffer.publish("open", &[1]);
    buffer.publish("close", &[]);
    let events = buffer.drain();
    assert_eq!(events.len(), 2);
    assert_eq!(events[0], Event { topic: "open".to_string(), payload: vec![1] });
    assert_eq!(buffer.pending(), 0);
    assert!(buffer.drain().is_empty());
    assert_eq!(buffer.delivered(), 2);
}

#[test]
fn usable_after_draining() {
    let mut buffer = EventBuffer::default();
    buffer.publish("a", &[]);
    buffer.drain();
    buffer.publish("b", &[]);
    assert_eq!(buffer.drain()[0].topic, "b");
    assert_eq!(buffer.delivered(), 2);
}
