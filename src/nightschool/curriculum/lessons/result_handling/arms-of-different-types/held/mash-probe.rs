---
code: E0308
---
use std::num::ParseFloatError;

#[derive(Debug, Clone, PartialEq)]
pub enum ProbeError {
    Unplugged,
    Unreadable(String),
    OutOfRange(f64),
}

fn unreadable(text: &str, why: ParseFloatError) -> ProbeError {
    ProbeError::Unreadable(format!("{text}: {why}"))
}

/// Understands one message of the mash probe: `none`, or the temperature in
/// degrees, with `F` behind it where it is Fahrenheit.
pub fn read_probe(message: &str) -> Result<f64, ProbeError> {
    let text = message.trim();
    if text == "none" {
        return Err(ProbeError::Unplugged);
    }
    let celsius = match text.strip_suffix('F') {
        Some(number) => {
            let f: f64 = number.trim().parse().map_err(|e| unreadable(text, e))?;
            (f - 32.0) / 1.8
        }
        None => text.parse::<f64>().map_err(|e| unreadable(text, e)),
    };
    if !(0.0..=110.0).contains(&celsius) {
        return Err(ProbeError::OutOfRange(celsius));
    }
    Ok(celsius)
}

pub fn rest_reached(messages: &[&str], wanted: f64) -> bool {
    messages.iter().filter_map(|m| read_probe(m).ok()).any(|c| c >= wanted)
}
==== fixed
use std::num::ParseFloatError;

#[derive(Debug, Clone, PartialEq)]
pub enum ProbeError {
    Unplugged,
    Unreadable(String),
    OutOfRange(f64),
}

fn unreadable(text: &str, why: ParseFloatError) -> ProbeError {
    ProbeError::Unreadable(format!("{text}: {why}"))
}

/// Understands one message of the mash probe: `none`, or the temperature in
/// degrees, with `F` behind it where it is Fahrenheit.
pub fn read_probe(message: &str) -> Result<f64, ProbeError> {
    let text = message.trim();
    if text == "none" {
        return Err(ProbeError::Unplugged);
    }
    let celsius = match text.strip_suffix('F') {
        Some(number) => {
            let f: f64 = number.trim().parse().map_err(|e| unreadable(text, e))?;
            (f - 32.0) / 1.8
        }
        None => text.parse::<f64>().map_err(|e| unreadable(text, e))?,
    };
    if !(0.0..=110.0).contains(&celsius) {
        return Err(ProbeError::OutOfRange(celsius));
    }
    Ok(celsius)
}

pub fn rest_reached(messages: &[&str], wanted: f64) -> bool {
    messages.iter().filter_map(|m| read_probe(m).ok()).any(|c| c >= wanted)
}
==== tests
#[test]
fn both_scales() {
    assert_eq!(read_probe(" 66.5 "), Ok(66.5));
    assert_eq!(read_probe("212F"), Ok(100.0));
    assert!(rest_reached(&["none", "61", "63.0"], 63.0));
}

#[test]
fn errors_are_kept() {
    assert_eq!(read_probe("none"), Err(ProbeError::Unplugged));
    assert_eq!(read_probe("-3"), Err(ProbeError::OutOfRange(-3.0)));
    assert!(matches!(read_probe("warm"), Err(ProbeError::Unreadable(t)) if t.starts_with("warm: ")));
    assert!(matches!(read_probe("hotF"), Err(ProbeError::Unreadable(_))));
}
