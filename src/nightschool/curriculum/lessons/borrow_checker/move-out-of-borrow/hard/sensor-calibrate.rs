---
code: E0507
---
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub sensor: String,
    pub celsius: f64,
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:.1}", self.sensor, self.celsius)
    }
}

pub struct Station {
    pub readings: Vec<Reading>,
}

impl Station {
    /// Corrects all stored readings of one sensor by `offset` degrees and
    /// says how many were corrected.
    pub fn calibrate(&mut self, sensor: &str, offset: f64) -> usize {
        let mut corrected = 0;
        for mut reading in self.readings {
            if reading.sensor == sensor {
                reading.celsius += offset;
                corrected += 1;
            }
        }
        corrected
    }

    pub fn report(&self) -> String {
        let lines: Vec<String> = self.readings.iter().map(Reading::to_string).collect();
        lines.join("\n")
    }
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub sensor: String,
    pub celsius: f64,
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:.1}", self.sensor, self.celsius)
    }
}

pub struct Station {
    pub readings: Vec<Reading>,
}

impl Station {
    /// Corrects all stored readings of one sensor by `offset` degrees and
    /// says how many were corrected.
    pub fn calibrate(&mut self, sensor: &str, offset: f64) -> usize {
        let mut corrected = 0;
        for reading in &mut self.readings {
            if reading.sensor == sensor {
                reading.celsius += offset;
                corrected += 1;
            }
        }
        corrected
    }

    pub fn report(&self) -> String {
        let lines: Vec<String> = self.readings.iter().map(Reading::to_string).collect();
        lines.join("\n")
    }
}
==== tests
fn station() -> Station {
    let reading = |sensor: &str, celsius| Reading { sensor: sensor.to_string(), celsius };
    Station { readings: vec![reading("roof", 10.0), reading("cellar", 8.5), reading("roof", 12.0)] }
}

#[test]
fn corrects_the_stored_readings() {
    let mut station = station();
    assert_eq!(station.calibrate("roof", -0.5), 2);
    assert_eq!(station.report(), "roof 9.5\ncellar 8.5\nroof 11.5");
}

#[test]
fn corrections_accumulate() {
    let mut station = station();
    station.calibrate("cellar", 1.0);
    station.calibrate("cellar", 1.0);
    assert_eq!(station.readings[1].celsius, 10.5);
    assert_eq!(station.calibrate("attic", 1.0), 0);
    assert_eq!(station.readings.len(), 3);
}
