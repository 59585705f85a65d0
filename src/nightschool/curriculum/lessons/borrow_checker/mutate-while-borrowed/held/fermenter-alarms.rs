---
code: E0502
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Fermenter {
    pub style: String,
    pub celsius: i32,
}

#[derive(Debug, Default)]
pub struct Monitor {
    fermenters: Vec<Fermenter>,
    limits: HashMap<String, i32>,
    pub alarms: Vec<String>,
}

impl Monitor {
    pub fn limit(&mut self, style: &str, celsius: i32) {
        self.limits.insert(style.to_string(), celsius);
    }

    pub fn add(&mut self, style: &str, celsius: i32) {
        self.fermenters.push(Fermenter { style: style.to_string(), celsius });
    }

    fn raise(&mut self, index: usize, over: i32) {
        self.alarms.push(format!("fermenter {index}: {over} degrees too warm"));
    }

    /// Raises an alarm for every fermenter that is warmer than its style allows.
    /// Styles without a limit are not watched.
    pub fn check(&mut self) -> usize {
        let before = self.alarms.len();
        for (index, fermenter) in self.fermenters.iter().enumerate() {
            let Some(limit) = self.limits.get(&fermenter.style) else { continue };
            let over = fermenter.celsius - limit;
            if over > 0 {
                self.raise(index, over);
            }
        }
        self.alarms.len() - before
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Fermenter {
    pub style: String,
    pub celsius: i32,
}

#[derive(Debug, Default)]
pub struct Monitor {
    fermenters: Vec<Fermenter>,
    limits: HashMap<String, i32>,
    pub alarms: Vec<String>,
}

impl Monitor {
    pub fn limit(&mut self, style: &str, celsius: i32) {
        self.limits.insert(style.to_string(), celsius);
    }

    pub fn add(&mut self, style: &str, celsius: i32) {
        self.fermenters.push(Fermenter { style: style.to_string(), celsius });
    }

    fn raise(alarms: &mut Vec<String>, index: usize, over: i32) {
        alarms.push(format!("fermenter {index}: {over} degrees too warm"));
    }

    /// Raises an alarm for every fermenter that is warmer than its style allows.
    /// Styles without a limit are not watched.
    pub fn check(&mut self) -> usize {
        let before = self.alarms.len();
        for (index, fermenter) in self.fermenters.iter().enumerate() {
            let Some(limit) = self.limits.get(&fermenter.style) else { continue };
            let over = fermenter.celsius - limit;
            if over > 0 {
                Self::raise(&mut self.alarms, index, over);
            }
        }
        self.alarms.len() - before
    }
}
==== tests
fn monitor() -> Monitor {
    let mut m = Monitor::default();
    m.limit("lager", 12);
    m.limit("saison", 30);
    m.add("lager", 15);
    m.add("saison", 30);
    m.add("mead", 40);
    m.add("lager", 13);
    m
}

#[test]
fn warm_fermenters_raise_alarms() {
    let mut m = monitor();
    assert_eq!(m.check(), 2);
    assert_eq!(m.alarms, ["fermenter 0: 3 degrees too warm", "fermenter 3: 1 degrees too warm"]);
}

#[test]
fn alarms_pile_up() {
    let mut m = monitor();
    m.check();
    assert_eq!(m.check(), 2);
    assert_eq!(m.alarms.len(), 4);
    m.limit("lager", 99);
    assert_eq!(m.check(), 0);
}
