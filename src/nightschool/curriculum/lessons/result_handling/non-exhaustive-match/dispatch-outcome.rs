---
code: E0004
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum HandlerError {
    /// The handler wants the event again later.
    Busy,
    /// The handler no longer exists and must be removed.
    Gone,
    Failed(String),
}

type Handler = Box<dyn FnMut(&str) -> Result<(), HandlerError>>;

#[derive(Default)]
pub struct Dispatcher {
    handlers: BTreeMap<String, Handler>,
    pub delayed: Vec<(String, String)>,
    pub log: Vec<String>,
}

impl Dispatcher {
    pub fn on<F>(&mut self, name: &str, handler: F)
    where
        F: FnMut(&str) -> Result<(), HandlerError> + 'static,
    {
        self.handlers.insert(name.to_string(), Box::new(handler));
    }

    pub fn names(&self) -> Vec<&str> {
        self.handlers.keys().map(String::as_str).collect()
    }

    /// Gives the event to every handler and returns how many took it.
    pub fn dispatch(&mut self, event: &str) -> usize {
        let mut taken = 0;
        let mut gone: Vec<String> = Vec::new();
        for (name, handler) in &mut self.handlers {
            match handler(event) {
                Ok(()) => taken += 1,
                Err(HandlerError::Busy) => self.delayed.push((name.clone(), event.to_string())),
                Err(HandlerError::Failed(why)) => self.log.push(format!("{name}: {why}")),
            }
        }
        self.handlers.retain(|name, _| !gone.contains(name));
        taken
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum HandlerError {
    /// The handler wants the event again later.
    Busy,
    /// The handler no longer exists and must be removed.
    Gone,
    Failed(String),
}

type Handler = Box<dyn FnMut(&str) -> Result<(), HandlerError>>;

#[derive(Default)]
pub struct Dispatcher {
    handlers: BTreeMap<String, Handler>,
    pub delayed: Vec<(String, String)>,
    pub log: Vec<String>,
}

impl Dispatcher {
    pub fn on<F>(&mut self, name: &str, handler: F)
    where
        F: FnMut(&str) -> Result<(), HandlerError> + 'static,
    {
        self.handlers.insert(name.to_string(), Box::new(handler));
    }

    pub fn names(&self) -> Vec<&str> {
        self.handlers.keys().map(String::as_str).collect()
    }

    /// Gives the event to every handler and returns how many took it.
    pub fn dispatch(&mut self, event: &str) -> usize {
        let mut taken = 0;
        let mut gone: Vec<String> = Vec::new();
        for (name, handler) in &mut self.handlers {
            match handler(event) {
                Ok(()) => taken += 1,
                Err(HandlerError::Busy) => self.delayed.push((name.clone(), event.to_string())),
                Err(HandlerError::Failed(why)) => self.log.push(format!("{name}: {why}")),
                Err(HandlerError::Gone) => gone.push(name.clone()),
            }
        }
        self.handlers.retain(|name, _| !gone.contains(name));
        taken
    }
}
==== tests
#[test]
fn gone_handlers_are_removed() {
    let mut d = Dispatcher::default();
    d.on("a", |_| Ok(()));
    d.on("b", |e| if e == "quit" { Err(HandlerError::Gone) } else { Ok(()) });
    assert_eq!(d.dispatch("tick"), 2);
    assert_eq!(d.dispatch("quit"), 1);
    assert_eq!(d.names(), vec!["a"]);
    assert!(d.log.is_empty() && d.delayed.is_empty());
}

#[test]
fn other_errors_as_before() {
    let mut d = Dispatcher::default();
    d.on("x", |_| Err(HandlerError::Busy));
    d.on("y", |_| Err(HandlerError::Failed("disk".into())));
    assert_eq!(d.dispatch("save"), 0);
    assert_eq!(d.delayed, vec![("x".to_string(), "save".to_string())]);
    assert_eq!(d.log, vec!["y: disk"]);
    assert_eq!(d.names().len(), 2);
}
