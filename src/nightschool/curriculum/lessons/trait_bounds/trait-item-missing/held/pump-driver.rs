---
code: E0046
---
pub trait Valve {
    type Position: Copy + PartialEq;

    fn id(&self) -> u16;
    fn position(&self) -> Self::Position;
    /// Moves the valve to where no beer can flow.
    fn shut(&mut self);
    fn is_shut(&self) -> bool;
}

/// A butterfly valve, open by 0 (shut) to 90 degrees.
#[derive(Debug)]
pub struct Butterfly {
    pub number: u16,
    pub degrees: u8,
}

impl Valve for Butterfly {
    type Position = u8;

    fn id(&self) -> u16 {
        self.number
    }

    fn position(&self) -> u8 {
        self.degrees
    }

    fn is_shut(&self) -> bool {
        self.degrees == 0
    }
}

/// Shuts every valve that is open and gives their numbers.
pub fn emergency_stop<V: Valve>(valves: &mut [V]) -> Vec<u16> {
    let mut moved = Vec::new();
    for valve in valves.iter_mut().filter(|v| !v.is_shut()) {
        valve.shut();
        moved.push(valve.id());
    }
    moved
}
==== fixed
pub trait Valve {
    type Position: Copy + PartialEq;

    fn id(&self) -> u16;
    fn position(&self) -> Self::Position;
    /// Moves the valve to where no beer can flow.
    fn shut(&mut self);
    fn is_shut(&self) -> bool;
}

/// A butterfly valve, open by 0 (shut) to 90 degrees.
#[derive(Debug)]
pub struct Butterfly {
    pub number: u16,
    pub degrees: u8,
}

impl Valve for Butterfly {
    type Position = u8;

    fn id(&self) -> u16 {
        self.number
    }

    fn position(&self) -> u8 {
        self.degrees
    }

    fn shut(&mut self) {
        self.degrees = 0;
    }

    fn is_shut(&self) -> bool {
        self.degrees == 0
    }
}

/// Shuts every valve that is open and gives their numbers.
pub fn emergency_stop<V: Valve>(valves: &mut [V]) -> Vec<u16> {
    let mut moved = Vec::new();
    for valve in valves.iter_mut().filter(|v| !v.is_shut()) {
        valve.shut();
        moved.push(valve.id());
    }
    moved
}
==== tests
fn set() -> Vec<Butterfly> {
    vec![
        Butterfly { number: 4, degrees: 45 },
        Butterfly { number: 5, degrees: 0 },
        Butterfly { number: 9, degrees: 90 },
    ]
}

#[test]
fn stop_shuts_the_open_ones() {
    let mut v = set();
    assert_eq!(emergency_stop(&mut v), [4, 9]);
    assert!(v.iter().all(|x| x.is_shut() && x.degrees == 0));
    assert!(emergency_stop(&mut v).is_empty());
}

#[test]
fn shut_keeps_the_number() {
    let mut v = set().remove(2);
    v.shut();
    assert_eq!((v.id(), v.position()), (9, 0));
}
