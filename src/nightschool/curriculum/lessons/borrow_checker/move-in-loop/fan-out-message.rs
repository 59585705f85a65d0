---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    pub topic: String,
    pub payload: Vec<u8>,
}

#[derive(Default)]
pub struct Exchange {
    queues: BTreeMap<String, Vec<Envelope>>,
    bindings: Vec<(String, String)>,
}

impl Exchange {
    /// Everything published on a topic that starts with `prefix` goes to `queue`.
    pub fn bind(&mut self, prefix: &str, queue: &str) {
        self.queues.entry(queue.to_string()).or_default();
        self.bindings.push((prefix.to_string(), queue.to_string()));
    }

    /// Puts the envelope into every bound queue and returns how many took it.
    pub fn publish(&mut self, envelope: Envelope) -> usize {
        let mut delivered = 0;
        for (prefix, queue) in &self.bindings {
            if !envelope.topic.starts_with(prefix.as_str()) {
                continue;
            }
            if let Some(messages) = self.queues.get_mut(queue) {
                messages.push(envelope);
                delivered += 1;
            }
        }
        delivered
    }

    pub fn drain(&mut self, queue: &str) -> Vec<Envelope> {
        self.queues.get_mut(queue).map(std::mem::take).unwrap_or_default()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    pub topic: String,
    pub payload: Vec<u8>,
}

#[derive(Default)]
pub struct Exchange {
    queues: BTreeMap<String, Vec<Envelope>>,
    bindings: Vec<(String, String)>,
}

impl Exchange {
    /// Everything published on a topic that starts with `prefix` goes to `queue`.
    pub fn bind(&mut self, prefix: &str, queue: &str) {
        self.queues.entry(queue.to_string()).or_default();
        self.bindings.push((prefix.to_string(), queue.to_string()));
    }

    /// Puts the envelope into every bound queue and returns how many took it.
    pub fn publish(&mut self, envelope: Envelope) -> usize {
        let mut delivered = 0;
        for (prefix, queue) in &self.bindings {
            if !envelope.topic.starts_with(prefix.as_str()) {
                continue;
            }
            if let Some(messages) = self.queues.get_mut(queue) {
                messages.push(envelope.clone());
                delivered += 1;
            }
        }
        delivered
    }

    pub fn drain(&mut self, queue: &str) -> Vec<Envelope> {
        self.queues.get_mut(queue).map(std::mem::take).unwrap_or_default()
    }
}
==== tests
fn env(topic: &str, payload: &[u8]) -> Envelope {
    Envelope { topic: topic.to_string(), payload: payload.to_vec() }
}

#[test]
fn every_bound_queue_gets_a_copy() {
    let mut exchange = Exchange::default();
    exchange.bind("orders.", "billing");
    exchange.bind("orders.eu", "warehouse");
    exchange.bind("users.", "mail");
    assert_eq!(exchange.publish(env("orders.eu.1", b"x")), 2);
    assert_eq!(exchange.drain("billing"), vec![env("orders.eu.1", b"x")]);
    assert_eq!(exchange.drain("warehouse"), vec![env("orders.eu.1", b"x")]);
    assert!(exchange.drain("mail").is_empty());
}

#[test]
fn order_of_publishing_is_kept() {
    let mut exchange = Exchange::default();
    exchange.bind("", "all");
    exchange.publish(env("a", b"1"));
    exchange.publish(env("b", b"2"));
    let topics: Vec<String> = exchange.drain("all").into_iter().map(|e| e.topic).collect();
    assert_eq!(topics, ["a", "b"]);
}
