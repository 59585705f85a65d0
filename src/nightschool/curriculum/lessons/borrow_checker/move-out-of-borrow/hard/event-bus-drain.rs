---
code: E0507
---
//! Game events, collected by many systems and handled once a frame.

use std::cell::RefCell;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Spawned(String),
    Hit { target: String, damage: u32 },
}

type Bus = Rc<RefCell<Vec<Event>>>;

#[derive(Clone, Default)]
pub struct Sender {
    bus: Bus,
}

impl Sender {
    pub fn send(&self, event: Event) {
        self.bus.borrow_mut().push(event);
    }
}

#[derive(Default)]
pub struct Frame {
    sender: Sender,
    pub log: Vec<String>,
}

impl Frame {
    pub fn sender(&self) -> Sender {
        self.sender.clone()
    }

    /// Handles the events since the last frame; each event is handled once.
    pub fn tick(&mut self) -> usize {
        let mut handled = 0;
        let events: Vec<Event> = *self.sender.bus.borrow_mut();
        for event in events {
            handled += 1;
            self.log.push(match event {
                Event::Spawned(name) => format!("{name} appears"),
                Event::Hit { target, damage } => format!("{target} loses {damage}"),
            });
        }
        handled
    }
}
==== fixed
//! Game events, collected by many systems and handled once a frame.

use std::cell::RefCell;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Spawned(String),
    Hit { target: String, damage: u32 },
}

type Bus = Rc<RefCell<Vec<Event>>>;

#[derive(Clone, Default)]
pub struct Sender {
    bus: Bus,
}

impl Sender {
    pub fn send(&self, event: Event) {
        self.bus.borrow_mut().push(event);
    }
}

#[derive(Default)]
pub struct Frame {
    sender: Sender,
    pub log: Vec<String>,
}

impl Frame {
    pub fn sender(&self) -> Sender {
        self.sender.clone()
    }

    /// Handles the events since the last frame; each event is handled once.
    pub fn tick(&mut self) -> usize {
        let mut handled = 0;
        let events: Vec<Event> = self.sender.bus.borrow_mut().drain(..).collect();
        for event in events {
            handled += 1;
            self.log.push(match event {
                Event::Spawned(name) => format!("{name} appears"),
                Event::Hit { target, damage } => format!("{target} loses {damage}"),
            });
        }
        handled
    }
}
==== tests
#[test]
fn each_event_once() {
    let mut frame = Frame::default();
    let sender = frame.sender();
    sender.send(Event::Spawned("orc".to_string()));
    sender.send(Event::Hit { target: "orc".to_string(), damage: 4 });
    assert_eq!(frame.tick(), 2);
    assert_eq!(frame.log, ["orc appears", "orc loses 4"]);
    assert_eq!(frame.tick(), 0);
    sender.send(Event::Spawned("elf".to_string()));
    assert_eq!(frame.tick(), 1);
    assert_eq!(frame.log.len(), 3);
}

#[test]
fn quiet_frame() {
    let mut frame = Frame::default();
    assert_eq!(frame.tick(), 0);
    assert!(frame.log.is_empty());
}
