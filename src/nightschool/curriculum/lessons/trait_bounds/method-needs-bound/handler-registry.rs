---
code: E0599
---
use std::collections::HashMap;

/// Answers the requests of one protocol.
pub trait Handler {
    fn answer(&mut self, request: &str) -> String;

    fn protocol(&self) -> &'static str;
}

pub struct Echo {
    pub count: u32,
}

impl Handler for Echo {
    fn answer(&mut self, request: &str) -> String {
        self.count += 1;
        format!("{} {}", self.count, request)
    }

    fn protocol(&self) -> &'static str {
        "echo"
    }
}

/// Wraps a handler so that equal requests are answered from memory.
pub struct Remembering<H> {
    inner: H,
    answers: HashMap<String, String>,
}

impl<H> Remembering<H> {
    pub fn new(inner: H) -> Self {
        Remembering { inner, answers: HashMap::new() }
    }

    pub fn inner(&self) -> &H {
        &self.inner
    }
}

impl<H> Handler for Remembering<H> {
    fn answer(&mut self, request: &str) -> String {
        if let Some(known) = self.answers.get(request) {
            return known.clone();
        }
        let answer = self.inner.answer(request);
        self.answers.insert(request.to_string(), answer.clone());
        answer
    }

    fn protocol(&self) -> &'static str {
        self.inner.protocol()
    }
}
==== fixed
use std::collections::HashMap;

/// Answers the requests of one protocol.
pub trait Handler {
    fn answer(&mut self, request: &str) -> String;

    fn protocol(&self) -> &'static str;
}

pub struct Echo {
    pub count: u32,
}

impl Handler for Echo {
    fn answer(&mut self, request: &str) -> String {
        self.count += 1;
        format!("{} {}", self.count, request)
    }

    fn protocol(&self) -> &'static str {
        "echo"
    }
}

/// Wraps a handler so that equal requests are answered from memory.
pub struct Remembering<H> {
    inner: H,
    answers: HashMap<String, String>,
}

impl<H> Remembering<H> {
    pub fn new(inner: H) -> Self {
        Remembering { inner, answers: HashMap::new() }
    }

    pub fn inner(&self) -> &H {
        &self.inner
    }
}

impl<H: Handler> Handler for Remembering<H> {
    fn answer(&mut self, request: &str) -> String {
        if let Some(known) = self.answers.get(request) {
            return known.clone();
        }
        let answer = self.inner.answer(request);
        self.answers.insert(request.to_string(), answer.clone());
        answer
    }

    fn protocol(&self) -> &'static str {
        self.inner.protocol()
    }
}
==== tests
#[test]
fn equal_requests_are_answered_once() {
    let mut handler = Remembering::new(Echo { count: 0 });
    assert_eq!(handler.answer("a"), "1 a");
    assert_eq!(handler.answer("a"), "1 a");
    assert_eq!(handler.answer("b"), "2 b");
    assert_eq!(handler.inner().count, 2);
}

struct Shout;

impl Handler for Shout {
    fn answer(&mut self, request: &str) -> String {
        request.to_uppercase()
    }

    fn protocol(&self) -> &'static str {
        "shout"
    }
}

#[test]
fn any_handler_can_be_wrapped() {
    let mut handler = Remembering::new(Remembering::new(Shout));
    assert_eq!(handler.answer("hey"), "HEY");
    assert_eq!(handler.protocol(), "shout");
    assert_eq!(Remembering::new(Echo { count: 0 }).protocol(), "echo");
}
