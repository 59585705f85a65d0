---
code: E0505
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Probe {
    pub serial: String,
    pub hours: u32,
}

#[derive(Debug, Default)]
pub struct Rack {
    active: VecDeque<Probe>,
    retired: Vec<Probe>,
}

#[derive(Debug, PartialEq)]
pub struct Receipt {
    pub serial: String,
    pub replaces: Option<String>,
}

impl Rack {
    pub fn install(&mut self, serial: &str) {
        self.active.push_back(Probe { serial: serial.to_string(), hours: 0 });
    }

    pub fn run(&mut self, hours: u32) {
        for probe in &mut self.active {
            probe.hours += hours;
        }
    }

    pub fn retired_hours(&self) -> u32 {
        self.retired.iter().map(|p| p.hours).sum()
    }

    /// Retires the oldest probe. The receipt names it and the probe that was
    /// retired before it.
    pub fn retire_oldest(&mut self) -> Option<Receipt> {
        let probe = self.active.pop_front()?;
        let serial = probe.serial.as_str();
        let replaces = self.retired.last().map(|p| p.serial.clone());
        self.retired.push(probe);
        Some(Receipt { serial: serial.to_string(), replaces })
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Probe {
    pub serial: String,
    pub hours: u32,
}

#[derive(Debug, Default)]
pub struct Rack {
    active: VecDeque<Probe>,
    retired: Vec<Probe>,
}

#[derive(Debug, PartialEq)]
pub struct Receipt {
    pub serial: String,
    pub replaces: Option<String>,
}

impl Rack {
    pub fn install(&mut self, serial: &str) {
        self.active.push_back(Probe { serial: serial.to_string(), hours: 0 });
    }

    pub fn run(&mut self, hours: u32) {
        for probe in &mut self.active {
            probe.hours += hours;
        }
    }

    pub fn retired_hours(&self) -> u32 {
        self.retired.iter().map(|p| p.hours).sum()
    }

    /// Retires the oldest probe. The receipt names it and the probe that was
    /// retired before it.
    pub fn retire_oldest(&mut self) -> Option<Receipt> {
        let probe = self.active.pop_front()?;
        let serial = probe.serial.clone();
        let replaces = self.retired.last().map(|p| p.serial.clone());
        self.retired.push(probe);
        Some(Receipt { serial, replaces })
    }
}
==== tests
#[test]
fn oldest_first() {
    let mut rack = Rack::default();
    rack.install("a1");
    rack.install("a2");
    assert_eq!(rack.retire_oldest(), Some(Receipt { serial: "a1".to_string(), replaces: None }));
    assert_eq!(
        rack.retire_oldest(),
        Some(Receipt { serial: "a2".to_string(), replaces: Some("a1".to_string()) })
    );
    assert_eq!(rack.retire_oldest(), None);
}

#[test]
fn hours_go_with_the_probe() {
    let mut rack = Rack::default();
    rack.install("a1");
    rack.run(10);
    rack.install("a2");
    rack.run(5);
    rack.retire_oldest();
    assert_eq!(rack.retired_hours(), 15);
    rack.retire_oldest();
    assert_eq!(rack.retired_hours(), 20);
}
