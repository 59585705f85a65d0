---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone)]
pub enum Unit {
    Surgery,
    Maternity,
    Other(String),
}

#[derive(Debug, Clone)]
pub struct Stay {
    pub patient: String,
    pub unit: Unit,
    pub nights: u32,
}

fn unit_of(code: &str) -> Unit {
    match code {
        "S" => Unit::Surgery,
        "M" => Unit::Maternity,
        other => Unit::Other(other.to_lowercase()),
    }
}

pub fn stay(patient: &str, code: &str, nights: u32) -> Stay {
    Stay {
        patient: patient.to_string(),
        unit: unit_of(code),
        nights,
    }
}

/// For each unit the patient whose stay was entered last.
pub fn latest(stays: &[Stay]) -> HashMap<Unit, String> {
    stays
        .iter()
        .map(|s| (s.unit.clone(), s.patient.clone()))
        .collect::<HashMap<_, _>>()
}

pub fn units_in_use(stays: &[Stay]) -> usize {
    latest(stays).len()
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unit {
    Surgery,
    Maternity,
    Other(String),
}

#[derive(Debug, Clone)]
pub struct Stay {
    pub patient: String,
    pub unit: Unit,
    pub nights: u32,
}

fn unit_of(code: &str) -> Unit {
    match code {
        "S" => Unit::Surgery,
        "M" => Unit::Maternity,
        other => Unit::Other(other.to_lowercase()),
    }
}

pub fn stay(patient: &str, code: &str, nights: u32) -> Stay {
    Stay {
        patient: patient.to_string(),
        unit: unit_of(code),
        nights,
    }
}

/// For each unit the patient whose stay was entered last.
pub fn latest(stays: &[Stay]) -> HashMap<Unit, String> {
    stays
        .iter()
        .map(|s| (s.unit.clone(), s.patient.clone()))
        .collect::<HashMap<_, _>>()
}

pub fn units_in_use(stays: &[Stay]) -> usize {
    latest(stays).len()
}
==== tests
fn stays() -> Vec<Stay> {
    vec![
        stay("Ann", "S", 2),
        stay("Bea", "Eyes", 1),
        stay("Cat", "S", 9),
        stay("Dag", "EYES", 3),
        stay("Eli", "bones", 3),
    ]
}

#[test]
fn last_entry_wins() {
    let l = latest(&stays());
    assert_eq!(l.get(&Unit::Surgery).map(String::as_str), Some("Cat"));
    assert_eq!(l.get(&Unit::Other("eyes".into())).map(String::as_str), Some("Dag"));
    assert!(l.get(&Unit::Maternity).is_none());
}

#[test]
fn counts_units() {
    assert_eq!(units_in_use(&stays()), 3);
    assert_eq!(units_in_use(&[]), 0);
}
