---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub actor: String,
    pub action: String,
    pub sequence: u64,
}

#[derive(Debug, Default)]
pub struct Trail {
    events: Vec<Event>,
    per_actor: BTreeMap<String, usize>,
    next: u64,
}

impl Trail {
    /// Appends an event and counts it for its actor; returns the sequence
    /// number that it was given.
    pub fn append(&mut self, actor: String, action: &str) -> u64 {
        self.next += 1;
        let event = Event {
            actor,
            action: action.to_string(),
            sequence: self.next,
        };
        self.events.push(event);
        *self.per_actor.entry(event.actor.clone()).or_insert(0) += 1;
        event.sequence
    }

    pub fn count_for(&self, actor: &str) -> usize {
        self.per_actor.get(actor).copied().unwrap_or(0)
    }

    pub fn last(&self) -> Option<&Event> {
        self.events.last()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub actor: String,
    pub action: String,
    pub sequence: u64,
}

#[derive(Debug, Default)]
pub struct Trail {
    events: Vec<Event>,
    per_actor: BTreeMap<String, usize>,
    next: u64,
}

impl Trail {
    /// Appends an event and counts it for its actor; returns the sequence
    /// number that it was given.
    pub fn append(&mut self, actor: String, action: &str) -> u64 {
        self.next += 1;
        let event = Event {
            actor,
            action: action.to_string(),
            sequence: self.next,
        };
        *self.per_actor.entry(event.actor.clone()).or_insert(0) += 1;
        self.events.push(event);
        self.next
    }

    pub fn count_for(&self, actor: &str) -> usize {
        self.per_actor.get(actor).copied().unwrap_or(0)
    }

    pub fn last(&self) -> Option<&Event> {
        self.events.last()
    }
}
==== tests
    #[test]
    fn numbers_and_counts() {
        let mut t = Trail::default();
        assert_eq!(t.append("ann".into(), "login"), 1);
        assert_eq!(t.append("bob".into(), "login"), 2);
        assert_eq!(t.append("ann".into(), "logout"), 3);
        assert_eq!(t.count_for("ann"), 2);
        assert_eq!(t.count_for("bob"), 1);
        assert_eq!(t.count_for("cy"), 0);
    }
    #[test]
    fn event_is_kept_whole() {
        let mut t = Trail::default();
        t.append("ann".into(), "login");
        let e = Event { actor: "ann".into(), action: "login".into(), sequence: 1 };
        assert_eq!(t.last(), Some(&e));
    }
