---
code: E0502
---
use std::collections::BTreeMap;

/// Names of units and how many metres each is.
#[derive(Debug, Default)]
pub struct Units {
    metres: BTreeMap<String, f64>,
    log: Vec<String>,
}

impl Units {
    pub fn define(&mut self, name: &str, metres: f64) {
        self.metres.insert(name.to_string(), metres);
        self.log.push(format!("{} = {} m", name, metres));
    }

    pub fn metres(&self, name: &str) -> Option<f64> {
        self.metres.get(name).copied()
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }

    /// Gives every unit a `kilo` companion a thousand times as long. Names
    /// that start with `kilo` already get none.
    pub fn add_kilos(&mut self) -> usize {
        let mut added = 0;
        for (name, metres) in &self.metres {
            if name.starts_with("kilo") {
                continue;
            }
            self.define(&format!("kilo{}", name), metres * 1000.0);
            added += 1;
        }
        added
    }
}
==== fixed
use std::collections::BTreeMap;

/// Names of units and how many metres each is.
#[derive(Debug, Default)]
pub struct Units {
    metres: BTreeMap<String, f64>,
    log: Vec<String>,
}

impl Units {
    pub fn define(&mut self, name: &str, metres: f64) {
        self.metres.insert(name.to_string(), metres);
        self.log.push(format!("{} = {} m", name, metres));
    }

    pub fn metres(&self, name: &str) -> Option<f64> {
        self.metres.get(name).copied()
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }

    /// Gives every unit a `kilo` companion a thousand times as long. Names
    /// that start with `kilo` already get none.
    pub fn add_kilos(&mut self) -> usize {
        let mut added = 0;
        let plain: Vec<(String, f64)> = self.metres.iter().map(|(n, m)| (n.clone(), *m)).collect();
        for (name, metres) in plain {
            if name.starts_with("kilo") {
                continue;
            }
            self.define(&format!("kilo{}", name), metres * 1000.0);
            added += 1;
        }
        added
    }
}
==== tests
#[test]
fn adds_companions_once() {
    let mut units = Units::default();
    units.define("metre", 1.0);
    units.define("yard", 0.9144);
    assert_eq!(units.add_kilos(), 2);
    assert_eq!(units.metres("kilometre"), Some(1000.0));
    assert!((units.metres("kiloyard").unwrap() - 914.4).abs() < 1e-9);
    assert_eq!(units.metres("kilokilometre"), None);
    assert_eq!(units.metres("metre"), Some(1.0));
}

#[test]
fn companions_are_logged() {
    let mut units = Units::default();
    units.define("metre", 1.0);
    units.add_kilos();
    assert_eq!(units.log(), &["metre = 1 m".to_string(), "kilometre = 1000 m".to_string()]);
}
