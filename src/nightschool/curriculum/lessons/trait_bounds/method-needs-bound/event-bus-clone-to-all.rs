---
code: E0599
---
use std::collections::VecDeque;

/// A mailbox of one subscriber.
#[derive(Debug)]
pub struct Mailbox<E> {
    pub owner: String,
    queue: VecDeque<E>,
}

impl<E> Mailbox<E> {
    pub fn read(&mut self) -> Option<E> {
        self.queue.pop_front()
    }
}

/// Delivers each event to all mailboxes. The events are read by humans,
/// so an event is put only where it differs from the last one waiting.
pub struct Bus<E> {
    boxes: Vec<Mailbox<E>>,
    pub transcript: Vec<String>,
}

impl<E> Bus<E>
where
    E: Clone + PartialEq,
{
    pub fn new(owners: &[&str]) -> Self {
        let boxes = owners
            .iter()
            .map(|owner| Mailbox { owner: owner.to_string(), queue: VecDeque::new() })
            .collect();
        Bus { boxes, transcript: Vec::new() }
    }

    pub fn mailbox(&mut self, owner: &str) -> Option<&mut Mailbox<E>> {
        self.boxes.iter_mut().find(|b| b.owner == owner)
    }

    /// Returns in how many mailboxes the event was put.
    pub fn publish(&mut self, event: E) -> usize {
        self.transcript.push(event.to_string());
        let mut put = 0;
        for mailbox in &mut self.boxes {
            if mailbox.queue.back() != Some(&event) {
                mailbox.queue.push_back(event.clone());
                put += 1;
            }
        }
        put
    }
}
==== fixed
use std::collections::VecDeque;

/// A mailbox of one subscriber.
#[derive(Debug)]
pub struct Mailbox<E> {
    pub owner: String,
    queue: VecDeque<E>,
}

impl<E> Mailbox<E> {
    pub fn read(&mut self) -> Option<E> {
        self.queue.pop_front()
    }
}

/// Delivers each event to all mailboxes. The events are read by humans,
/// so an event is put only where it differs from the last one waiting.
pub struct Bus<E> {
    boxes: Vec<Mailbox<E>>,
    pub transcript: Vec<String>,
}

impl<E> Bus<E>
where
    E: Clone + PartialEq + ToString,
{
    pub fn new(owners: &[&str]) -> Self {
        let boxes = owners
            .iter()
            .map(|owner| Mailbox { owner: owner.to_string(), queue: VecDeque::new() })
            .collect();
        Bus { boxes, transcript: Vec::new() }
    }

    pub fn mailbox(&mut self, owner: &str) -> Option<&mut Mailbox<E>> {
        self.boxes.iter_mut().find(|b| b.owner == owner)
    }

    /// Returns in how many mailboxes the event was put.
    pub fn publish(&mut self, event: E) -> usize {
        self.transcript.push(event.to_string());
        let mut put = 0;
        for mailbox in &mut self.boxes {
            if mailbox.queue.back() != Some(&event) {
                mailbox.queue.push_back(event.clone());
                put += 1;
            }
        }
        put
    }
}
==== tests
#[test]
fn delivers_to_all() {
    let mut bus = Bus::new(&["ops", "dev"]);
    assert_eq!(bus.publish("disk full"), 2);
    assert_eq!(bus.mailbox("ops").unwrap().read(), Some("disk full"));
    assert_eq!(bus.publish("disk full"), 1);
    assert_eq!(bus.mailbox("dev").unwrap().read(), Some("disk full"));
    assert_eq!(bus.mailbox("dev").unwrap().read(), None);
    assert_eq!(bus.transcript, vec!["disk full", "disk full"]);
}

#[test]
fn other_event_types() {
    let mut bus = Bus::new(&["a"]);
    bus.publish(7);
    bus.publish(-1);
    assert_eq!(bus.transcript, vec!["7", "-1"]);
    assert!(bus.mailbox("b").is_none());
    assert_eq!(bus.mailbox("a").unwrap().read(), Some(7));
}
