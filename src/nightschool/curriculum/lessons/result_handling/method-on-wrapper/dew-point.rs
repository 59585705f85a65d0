---
code: E0599
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    pub temperature_c: f64,
    pub humidity: f64,
}

impl Observation {
    /// Dew point in degrees Celsius by the simple rule of thumb.
    pub fn dew_point(&self) -> f64 {
        self.temperature_c - (100.0 - self.humidity) / 5.0
    }
}

#[derive(Default)]
pub struct StationLog {
    latest: HashMap<String, Observation>,
}

impl StationLog {
    pub fn record(&mut self, station: &str, observation: Observation) {
        self.latest.insert(station.to_string(), observation);
    }

    /// Dew point of the latest observation, or `None` for a station
    /// that never reported.
    pub fn dew_point_at(&self, station: &str) -> Option<f64> {
        let dew = self.latest.get(station).dew_point();
        if dew.is_finite() {
            Some(dew)
        } else {
            None
        }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    pub temperature_c: f64,
    pub humidity: f64,
}

impl Observation {
    /// Dew point in degrees Celsius by the simple rule of thumb.
    pub fn dew_point(&self) -> f64 {
        self.temperature_c - (100.0 - self.humidity) / 5.0
    }
}

#[derive(Default)]
pub struct StationLog {
    latest: HashMap<String, Observation>,
}

impl StationLog {
    pub fn record(&mut self, station: &str, observation: Observation) {
        self.latest.insert(station.to_string(), observation);
    }

    /// Dew point of the latest observation, or `None` for a station
    /// that never reported.
    pub fn dew_point_at(&self, station: &str) -> Option<f64> {
        let dew = self.latest.get(station)?.dew_point();
        if dew.is_finite() {
            Some(dew)
        } else {
            None
        }
    }
}
==== tests
fn log() -> StationLog {
    let mut log = StationLog::default();
    log.record("Hill", Observation { temperature_c: 20.0, humidity: 50.0 });
    log.record("Fog", Observation { temperature_c: f64::NAN, humidity: 50.0 });
    log
}

#[test]
fn known_station_has_its_dew_point() {
    assert_eq!(log().dew_point_at("Hill"), Some(10.0));
}

#[test]
fn unknown_station_gives_none() {
    assert_eq!(log().dew_point_at("Valley"), None);
}

#[test]
fn broken_sensor_gives_none() {
    assert_eq!(log().dew_point_at("Fog"), None);
}
