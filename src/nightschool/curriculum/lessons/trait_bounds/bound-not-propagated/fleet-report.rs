---
code: E0277
---
use std::collections::BTreeMap;
use std::fmt::Display;

/// `name=value` pairs, sorted by name, separated by blanks.
pub fn render<V: Display>(values: &BTreeMap<String, V>) -> String {
    values
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join(" ")
}

pub struct Gauge<V> {
    vehicle: String,
    readings: BTreeMap<String, V>,
}

impl<V> Gauge<V> {
    pub fn new(vehicle: &str) -> Self {
        Gauge {
            vehicle: vehicle.to_string(),
            readings: BTreeMap::new(),
        }
    }

    /// Stores a reading and gives back the one it replaces.
    pub fn read(&mut self, sensor: &str, value: V) -> Option<V> {
        self.readings.insert(sensor.to_string(), value)
    }

    pub fn report(&self) -> String {
        if self.readings.is_empty() {
            return format!("[{}] silent", self.vehicle);
        }
        format!("[{}] {}", self.vehicle, render(&self.readings))
    }
}
==== fixed
use std::collections::BTreeMap;
use std::fmt::Display;

/// `name=value` pairs, sorted by name, separated by blanks.
pub fn render<V: Display>(values: &BTreeMap<String, V>) -> String {
    values
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join(" ")
}

pub struct Gauge<V> {
    vehicle: String,
    readings: BTreeMap<String, V>,
}

impl<V> Gauge<V> {
    pub fn new(vehicle: &str) -> Self {
        Gauge {
            vehicle: vehicle.to_string(),
            readings: BTreeMap::new(),
        }
    }

    /// Stores a reading and gives back the one it replaces.
    pub fn read(&mut self, sensor: &str, value: V) -> Option<V> {
        self.readings.insert(sensor.to_string(), value)
    }

    pub fn report(&self) -> String
    where
        V: Display,
    {
        if self.readings.is_empty() {
            return format!("[{}] silent", self.vehicle);
        }
        format!("[{}] {}", self.vehicle, render(&self.readings))
    }
}
==== tests
#[test]
fn report_is_sorted() {
    let mut g = Gauge::new("bus 4");
    g.read("oil", 3.5);
    assert_eq!(g.read("brake", 7.0), None);
    assert_eq!(g.read("oil", 4.25), Some(3.5));
    assert_eq!(g.report(), "[bus 4] brake=7 oil=4.25");
}

#[test]
fn text_readings_and_silence() {
    let mut g: Gauge<&str> = Gauge::new("tram");
    assert_eq!(g.report(), "[tram] silent");
    g.read("door", "open");
    assert_eq!(g.report(), "[tram] door=open");
}
