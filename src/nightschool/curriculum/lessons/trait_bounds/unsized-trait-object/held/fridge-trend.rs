---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    pub fridge: String,
    pub from: i32,
    pub to: i32,
}

/// Temperatures of the laboratory's fridges in tenths of a degree, oldest first.
#[derive(Debug, Default)]
pub struct FridgeLog {
    readings: BTreeMap<String, Vec<i32>>,
}

/// Whether every reading is warmer than the one before it.
fn rising(window: [i32]) -> bool {
    window.windows(2).all(|pair| pair[0] < pair[1])
}

impl FridgeLog {
    pub fn record(&mut self, fridge: &str, tenths: i32) {
        self.readings.entry(fridge.to_string()).or_default().push(tenths);
    }

    /// Warns of every fridge whose last `length` readings rose without a pause.
    /// Fridges with fewer readings are left alone.
    pub fn warnings(&self, length: usize) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (fridge, all) in &self.readings {
            let Some(start) = all.len().checked_sub(length) else { continue };
            let recent = &all[start..];
            if length >= 2 && rising(*recent) {
                warnings.push(Warning { fridge: fridge.clone(), from: recent[0], to: recent[length - 1] });
            }
        }
        warnings
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    pub fridge: String,
    pub from: i32,
    pub to: i32,
}

/// Temperatures of the laboratory's fridges in tenths of a degree, oldest first.
#[derive(Debug, Default)]
pub struct FridgeLog {
    readings: BTreeMap<String, Vec<i32>>,
}

/// Whether every reading is warmer than the one before it.
fn rising(window: &[i32]) -> bool {
    window.windows(2).all(|pair| pair[0] < pair[1])
}

impl FridgeLog {
    pub fn record(&mut self, fridge: &str, tenths: i32) {
        self.readings.entry(fridge.to_string()).or_default().push(tenths);
    }

    /// Warns of every fridge whose last `length` readings rose without a pause.
    /// Fridges with fewer readings are left alone.
    pub fn warnings(&self, length: usize) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (fridge, all) in &self.readings {
            let Some(start) = all.len().checked_sub(length) else { continue };
            let recent = &all[start..];
            if length >= 2 && rising(recent) {
                warnings.push(Warning { fridge: fridge.clone(), from: recent[0], to: recent[length - 1] });
            }
        }
        warnings
    }
}
==== tests
fn log() -> FridgeLog {
    let mut log = FridgeLog::default();
    for tenths in [70, 40, 45, 61] {
        log.record("media", tenths);
    }
    for tenths in [40, 41, 41] {
        log.record("blood", tenths);
    }
    log.record("new", 9);
    log
}

#[test]
fn only_steady_rises_are_warned_of() {
    assert_eq!(log().warnings(3), [Warning { fridge: "media".into(), from: 40, to: 61 }]);
    assert!(log().warnings(4).is_empty());
}

#[test]
fn a_pause_is_no_rise() {
    let got: Vec<String> = log().warnings(2).into_iter().map(|w| w.fridge).collect();
    assert_eq!(got, ["media"]);
    assert!(log().warnings(1).is_empty());
}
