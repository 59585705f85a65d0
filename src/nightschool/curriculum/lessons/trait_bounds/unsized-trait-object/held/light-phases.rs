---
code: E0277
---
pub trait Phase {
    fn colour(&self) -> &'static str;
    fn seconds(&self, waiting_cars: u32) -> u32;
}

pub struct Red;

pub struct Green {
    pub base: u32,
}

impl Phase for Red {
    fn colour(&self) -> &'static str {
        "red"
    }
    fn seconds(&self, _waiting_cars: u32) -> u32 {
        30
    }
}

impl Phase for Green {
    fn colour(&self) -> &'static str {
        "green"
    }
    fn seconds(&self, waiting_cars: u32) -> u32 {
        self.base + 2 * waiting_cars.min(10)
    }
}

#[derive(Default)]
pub struct Signal {
    phases: Vec<dyn Phase>,
}

impl Signal {
    pub fn then<P: Phase + 'static>(mut self, phase: P) -> Self {
        self.phases.push(phase);
        self
    }

    pub fn cycle(&self, waiting_cars: u32) -> Vec<(&'static str, u32)> {
        self.phases
            .iter()
            .map(|p| (p.colour(), p.seconds(waiting_cars)))
            .collect()
    }
}
==== fixed
pub trait Phase {
    fn colour(&self) -> &'static str;
    fn seconds(&self, waiting_cars: u32) -> u32;
}

pub struct Red;

pub struct Green {
    pub base: u32,
}

impl Phase for Red {
    fn colour(&self) -> &'static str {
        "red"
    }
    fn seconds(&self, _waiting_cars: u32) -> u32 {
        30
    }
}

impl Phase for Green {
    fn colour(&self) -> &'static str {
        "green"
    }
    fn seconds(&self, waiting_cars: u32) -> u32 {
        self.base + 2 * waiting_cars.min(10)
    }
}

#[derive(Default)]
pub struct Signal {
    phases: Vec<Box<dyn Phase>>,
}

impl Signal {
    pub fn then<P: Phase + 'static>(mut self, phase: P) -> Self {
        self.phases.push(Box::new(phase));
        self
    }

    pub fn cycle(&self, waiting_cars: u32) -> Vec<(&'static str, u32)> {
        self.phases
            .iter()
            .map(|p| (p.colour(), p.seconds(waiting_cars)))
            .collect()
    }
}
==== tests
#[test]
fn phases_keep_their_order() {
    let s = Signal::default().then(Green { base: 10 }).then(Red).then(Green { base: 5 });
    assert_eq!(s.cycle(3), [("green", 16), ("red", 30), ("green", 11)]);
}

#[test]
fn long_queues_are_capped() {
    let s = Signal::default().then(Green { base: 1 });
    assert_eq!(s.cycle(50), [("green", 21)]);
    assert!(Signal::default().cycle(9).is_empty());
}
