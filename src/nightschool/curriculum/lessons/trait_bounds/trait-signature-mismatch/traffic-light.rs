---
code: E0053
---
/// A machine that reads symbols one by one.
pub trait Machine {
    type Symbol;

    /// Takes the symbol and says whether the state changed.
    fn step(&mut self, symbol: &Self::Symbol) -> bool;

    fn is_final(&self) -> bool;

    fn run(&mut self, input: &[Self::Symbol]) -> usize {
        input.iter().filter(|s| self.step(s)).count()
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Light {
    Red,
    Green,
    Amber,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    Tick,
    Emergency,
}

pub struct Crossing {
    pub light: Light,
}

impl Machine for Crossing {
    type Symbol = Event;

    fn step(&mut self, symbol: Event) -> bool {
        let next = match (self.light, symbol) {
            (_, Event::Emergency) => Light::Red,
            (Light::Red, Event::Tick) => Light::Green,
            (Light::Green, Event::Tick) => Light::Amber,
            (Light::Amber, Event::Tick) => Light::Red,
        };
        let changed = next != self.light;
        self.light = next;
        changed
    }

    fn is_final(&self) -> bool {
        self.light == Light::Red
    }
}
==== fixed
/// A machine that reads symbols one by one.
pub trait Machine {
    type Symbol;

    /// Takes the symbol and says whether the state changed.
    fn step(&mut self, symbol: &Self::Symbol) -> bool;

    fn is_final(&self) -> bool;

    fn run(&mut self, input: &[Self::Symbol]) -> usize {
        input.iter().filter(|s| self.step(s)).count()
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Light {
    Red,
    Green,
    Amber,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    Tick,
    Emergency,
}

pub struct Crossing {
    pub light: Light,
}

impl Machine for Crossing {
    type Symbol = Event;

    fn step(&mut self, symbol: &Event) -> bool {
        let next = match (self.light, *symbol) {
            (_, Event::Emergency) => Light::Red,
            (Light::Red, Event::Tick) => Light::Green,
            (Light::Green, Event::Tick) => Light::Amber,
            (Light::Amber, Event::Tick) => Light::Red,
        };
        let changed = next != self.light;
        self.light = next;
        changed
    }

    fn is_final(&self) -> bool {
        self.light == Light::Red
    }
}
==== tests
#[test]
fn cycles_through_lights() {
    let mut c = Crossing { light: Light::Red };
    assert_eq!(c.run(&[Event::Tick, Event::Tick]), 2);
    assert_eq!(c.light, Light::Amber);
    assert!(!c.is_final());
    assert_eq!(c.run(&[Event::Tick]), 1);
    assert!(c.is_final());
}

#[test]
fn emergency_on_red_changes_nothing() {
    let mut c = Crossing { light: Light::Red };
    assert_eq!(c.run(&[Event::Emergency]), 0);
    c.light = Light::Green;
    assert_eq!(c.run(&[Event::Emergency, Event::Emergency]), 1);
    assert_eq!(c.light, Light::Red);
}
