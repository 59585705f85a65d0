---
code: E0382
---
use std::collections::HashMap;

pub type Handler = fn(&str) -> Option<String>;

#[derive(Default)]
pub struct Dispatcher {
    handlers: HashMap<String, Handler>,
    order: Vec<String>,
    pub replaced: Vec<String>,
}

impl Dispatcher {
    /// Registers the handler of a topic. A topic keeps its place in the
    /// order when its handler is replaced.
    pub fn register(&mut self, topic: String, handler: Handler) {
        match self.handlers.insert(topic, handler) {
            Some(_) => self.replaced.push(topic),
            None => self.order.push(topic),
        }
    }

    pub fn topics(&self) -> &[String] {
        &self.order
    }

    pub fn send(&self, topic: &str, text: &str) -> Option<String> {
        self.handlers.get(topic).and_then(|handler| handler(text))
    }

    /// Sends to every topic in order and keeps the answers.
    pub fn broadcast(&self, text: &str) -> Vec<String> {
        self.order.iter().filter_map(|topic| self.send(topic, text)).collect()
    }
}
==== fixed
use std::collections::HashMap;

pub type Handler = fn(&str) -> Option<String>;

#[derive(Default)]
pub struct Dispatcher {
    handlers: HashMap<String, Handler>,
    order: Vec<String>,
    pub replaced: Vec<String>,
}

impl Dispatcher {
    /// Registers the handler of a topic. A topic keeps its place in the
    /// order when its handler is replaced.
    pub fn register(&mut self, topic: String, handler: Handler) {
        match self.handlers.insert(topic.clone(), handler) {
            Some(_) => self.replaced.push(topic),
            None => self.order.push(topic),
        }
    }

    pub fn topics(&self) -> &[String] {
        &self.order
    }

    pub fn send(&self, topic: &str, text: &str) -> Option<String> {
        self.handlers.get(topic).and_then(|handler| handler(text))
    }

    /// Sends to every topic in order and keeps the answers.
    pub fn broadcast(&self, text: &str) -> Vec<String> {
        self.order.iter().filter_map(|topic| self.send(topic, text)).collect()
    }
}
==== tests
fn shout(text: &str) -> Option<String> {
    Some(text.to_uppercase())
}
fn drop_it(_: &str) -> Option<String> {
    None
}
fn twice(text: &str) -> Option<String> {
    Some(text.repeat(2))
}

#[test]
fn keeps_order() {
    let mut d = Dispatcher::default();
    d.register("b".into(), twice);
    d.register("x".into(), drop_it);
    d.register("a".into(), shout);
    assert_eq!(d.topics(), ["b", "x", "a"]);
    assert_eq!(d.broadcast("hi"), vec!["hihi", "HI"]);
}

#[test]
fn replacing_keeps_the_place() {
    let mut d = Dispatcher::default();
    d.register("b".into(), twice);
    d.register("a".into(), shout);
    d.register("b".into(), shout);
    assert_eq!(d.topics(), ["b", "a"]);
    assert_eq!(d.replaced, vec!["b"]);
    assert_eq!(d.send("b", "x").as_deref(), Some("X"));
}
