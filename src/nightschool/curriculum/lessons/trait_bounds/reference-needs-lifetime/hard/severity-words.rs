---
code: E0106
---
//! Turns the readings of a cooling plant into a word for the dashboard.

#[derive(Debug, Clone)]
pub struct Reading {
    pub celsius: f64,
}

#[derive(Debug, Clone)]
pub struct Limits {
    pub warn: f64,
    pub alarm: f64,
}

fn hottest(readings: &[Reading]) -> Option<f64> {
    readings.iter().map(|reading| reading.celsius).fold(None, |top, value| match top {
        Some(best) if best >= value => Some(best),
        _ => Some(value),
    })
}

/// One of the fixed words that the dashboard knows. The dashboard keeps the word
/// long after the readings and the limits of that minute are gone.
pub fn severity(readings: &[Reading], limits: &Limits) -> &str {
    match hottest(readings) {
        None => "silent",
        Some(top) if top >= limits.alarm => "alarm",
        Some(top) if top >= limits.warn => "warning",
        Some(_) => "calm",
    }
}
==== fixed
//! Turns the readings of a cooling plant into a word for the dashboard.

#[derive(Debug, Clone)]
pub struct Reading {
    pub celsius: f64,
}

#[derive(Debug, Clone)]
pub struct Limits {
    pub warn: f64,
    pub alarm: f64,
}

fn hottest(readings: &[Reading]) -> Option<f64> {
    readings.iter().map(|reading| reading.celsius).fold(None, |top, value| match top {
        Some(best) if best >= value => Some(best),
        _ => Some(value),
    })
}

/// One of the fixed words that the dashboard knows. The dashboard keeps the word
/// long after the readings and the limits of that minute are gone.
pub fn severity(readings: &[Reading], limits: &Limits) -> &'static str {
    match hottest(readings) {
        None => "silent",
        Some(top) if top >= limits.alarm => "alarm",
        Some(top) if top >= limits.warn => "warning",
        Some(_) => "calm",
    }
}
==== tests
fn minute(values: &[f64]) -> Vec<Reading> {
    values.iter().map(|&celsius| Reading { celsius }).collect()
}

#[test]
fn the_word_outlives_the_readings() {
    let limits = Limits { warn: 8.0, alarm: 12.0 };
    let word = {
        let readings = minute(&[3.0, 9.5, 7.0]);
        severity(&readings, &limits)
    };
    assert_eq!(word, "warning");
}

#[test]
fn the_word_outlives_the_limits() {
    let readings = minute(&[3.0, 9.5]);
    let word = {
        let limits = Limits { warn: 1.0, alarm: 9.5 };
        severity(&readings, &limits)
    };
    assert_eq!(word, "alarm");
}

#[test]
fn calm_or_silent() {
    let limits = Limits { warn: 8.0, alarm: 12.0 };
    assert_eq!(severity(&minute(&[2.0]), &limits), "calm");
    assert_eq!(severity(&[], &limits), "silent");
}
