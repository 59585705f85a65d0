---
code: E0277
---
use std::collections::BTreeMap;

/// Turns a metric into a line of some wire format.
pub trait Format {
    fn line(&self, name: &str, value: i64) -> String;
}

pub struct Statsd;

impl Format for Statsd {
    fn line(&self, name: &str, value: i64) -> String {
        format!("{}:{}|g", name, value)
    }
}

pub struct Graphite {
    pub prefix: String,
}

impl Format for Graphite {
    fn line(&self, name: &str, value: i64) -> String {
        format!("{}.{} {}", self.prefix, name, value)
    }
}

fn export_one(format: dyn Format, name: &str, value: i64) -> String {
    let clean: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    format.line(&clean, value)
}

/// All metrics in a format, one line each, ordered by name. Characters that wire
/// formats give a meaning to are replaced in names.
pub fn export<F: Format>(format: &F, metrics: &BTreeMap<String, i64>) -> String {
    let mut out = String::new();
    for (name, value) in metrics {
        out.push_str(&export_one(*format, name, *value));
        out.push('\n');
    }
    out
}
==== fixed
use std::collections::BTreeMap;

/// Turns a metric into a line of some wire format.
pub trait Format {
    fn line(&self, name: &str, value: i64) -> String;
}

pub struct Statsd;

impl Format for Statsd {
    fn line(&self, name: &str, value: i64) -> String {
        format!("{}:{}|g", name, value)
    }
}

pub struct Graphite {
    pub prefix: String,
}

impl Format for Graphite {
    fn line(&self, name: &str, value: i64) -> String {
        format!("{}.{} {}", self.prefix, name, value)
    }
}

fn export_one(format: &dyn Format, name: &str, value: i64) -> String {
    let clean: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    format.line(&clean, value)
}

/// All metrics in a format, one line each, ordered by name. Characters that wire
/// formats give a meaning to are replaced in names.
pub fn export<F: Format>(format: &F, metrics: &BTreeMap<String, i64>) -> String {
    let mut out = String::new();
    for (name, value) in metrics {
        out.push_str(&export_one(format, name, *value));
        out.push('\n');
    }
    out
}
==== tests
fn metrics() -> BTreeMap<String, i64> {
    BTreeMap::from([("up".to_string(), 1), ("disk free".to_string(), -7)])
}

#[test]
fn statsd_lines() {
    assert_eq!(export(&Statsd, &metrics()), "disk_free:-7|g\nup:1|g\n");
}

#[test]
fn graphite_lines() {
    let format = Graphite { prefix: "eu.web1".to_string() };
    assert_eq!(export(&format, &metrics()), "eu.web1.disk_free -7\neu.web1.up 1\n");
    assert_eq!(export(&format, &BTreeMap::new()), "");
}
