---
code: E0373
---
//! A metronome that tells its listeners about every beat.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Listener = Box<dyn Fn(u32)>;

#[derive(Default)]
pub struct Metronome {
    listeners: Vec<Listener>,
}

impl Metronome {
    pub fn on_beat(&mut self, listener: impl Fn(u32) + 'static) {
        self.listeners.push(Box::new(listener));
    }

    pub fn play(&self, beats: u32) {
        for beat in 1..=beats {
            for listener in &self.listeners {
                listener(beat);
            }
        }
    }
}

pub struct Session {
    pub metronome: Metronome,
    pub bars: Rc<Cell<u32>>,
    pub accents: Rc<RefCell<Vec<u32>>>,
}

impl Session {
    /// A session in a metre of `per_bar` beats: `bars` counts the bars begun,
    /// `accents` notes the first beat of every bar.
    pub fn new(per_bar: u32) -> Session {
        let bars = Rc::new(Cell::new(0));
        let accents = Rc::new(RefCell::new(Vec::new()));
        let mut metronome = Metronome::default();
        metronome.on_beat(|beat| {
            if (beat - 1) % per_bar == 0 {
                bars.set(bars.get() + 1);
                accents.borrow_mut().push(beat);
            }
        });
        Session { metronome, bars, accents }
    }
}
==== fixed
//! A metronome that tells its listeners about every beat.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Listener = Box<dyn Fn(u32)>;

#[derive(Default)]
pub struct Metronome {
    listeners: Vec<Listener>,
}

impl Metronome {
    pub fn on_beat(&mut self, listener: impl Fn(u32) + 'static) {
        self.listeners.push(Box::new(listener));
    }

    pub fn play(&self, beats: u32) {
        for beat in 1..=beats {
            for listener in &self.listeners {
                listener(beat);
            }
        }
    }
}

pub struct Session {
    pub metronome: Metronome,
    pub bars: Rc<Cell<u32>>,
    pub accents: Rc<RefCell<Vec<u32>>>,
}

impl Session {
    /// A session in a metre of `per_bar` beats: `bars` counts the bars begun,
    /// `accents` notes the first beat of every bar.
    pub fn new(per_bar: u32) -> Session {
        let bars = Rc::new(Cell::new(0));
        let accents = Rc::new(RefCell::new(Vec::new()));
        let mut metronome = Metronome::default();
        let (counted, noted) = (Rc::clone(&bars), Rc::clone(&accents));
        metronome.on_beat(move |beat| {
            if (beat - 1) % per_bar == 0 {
                counted.set(counted.get() + 1);
                noted.borrow_mut().push(beat);
            }
        });
        Session { metronome, bars, accents }
    }
}
==== tests
#[test]
fn waltz() {
    let session = Session::new(3);
    session.metronome.play(7);
    assert_eq!(session.bars.get(), 3);
    assert_eq!(*session.accents.borrow(), [1, 4, 7]);
}

#[test]
fn silence() {
    let session = Session::new(4);
    session.metronome.play(0);
    assert_eq!(session.bars.get(), 0);
    assert!(session.accents.borrow().is_empty());
}
