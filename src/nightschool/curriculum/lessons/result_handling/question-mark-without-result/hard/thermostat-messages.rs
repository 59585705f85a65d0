---
code: E0277
---
//! A thermostat that listens on a message bus.

/// Whatever listens on the bus. The bus does not care for answers.
pub trait Listener {
    fn on_message(&mut self, topic: &str, payload: &str);
}

pub struct Thermostat {
    pub target: i32,
    pub heating: bool,
    /// Messages that could not be used.
    pub rejected: u32,
    measured: i32,
}

impl Thermostat {
    pub fn new(target: i32) -> Self {
        Thermostat { target, heating: false, rejected: 0, measured: target }
    }

    fn switch(&mut self) {
        self.heating = self.measured < self.target;
    }
}

impl Listener for Thermostat {
    /// A payload that is no whole number is counted as rejected and
    /// otherwise ignored, like a topic nobody knows.
    fn on_message(&mut self, topic: &str, payload: &str) {
        let degrees: i32 = payload.trim().parse()?;
        match topic {
            "target" => self.target = degrees,
            "measured" => self.measured = degrees,
            _ => {
                self.rejected += 1;
                return;
            }
        }
        self.switch();
    }
}
==== fixed
//! A thermostat that listens on a message bus.

/// Whatever listens on the bus. The bus does not care for answers.
pub trait Listener {
    fn on_message(&mut self, topic: &str, payload: &str);
}

pub struct Thermostat {
    pub target: i32,
    pub heating: bool,
    /// Messages that could not be used.
    pub rejected: u32,
    measured: i32,
}

impl Thermostat {
    pub fn new(target: i32) -> Self {
        Thermostat { target, heating: false, rejected: 0, measured: target }
    }

    fn switch(&mut self) {
        self.heating = self.measured < self.target;
    }
}

impl Listener for Thermostat {
    /// A payload that is no whole number is counted as rejected and
    /// otherwise ignored, like a topic nobody knows.
    fn on_message(&mut self, topic: &str, payload: &str) {
        let Ok(degrees) = payload.trim().parse::<i32>() else {
            self.rejected += 1;
            return;
        };
        match topic {
            "target" => self.target = degrees,
            "measured" => self.measured = degrees,
            _ => {
                self.rejected += 1;
                return;
            }
        }
        self.switch();
    }
}
==== tests
#[test]
fn listens() {
    let mut thermostat = Thermostat::new(20);
    thermostat.on_message("measured", "18");
    assert!(thermostat.heating);
    thermostat.on_message("target", " 17 ");
    assert!(!thermostat.heating);
    assert_eq!((thermostat.target, thermostat.rejected), (17, 0));
}

#[test]
fn counts_what_it_cannot_use() {
    let mut thermostat = Thermostat::new(20);
    thermostat.on_message("target", "warm");
    thermostat.on_message("measured", "");
    assert_eq!((thermostat.target, thermostat.rejected), (20, 2));
    assert!(!thermostat.heating);
    thermostat.on_message("humidity", "40");
    assert_eq!(thermostat.rejected, 3);
}
