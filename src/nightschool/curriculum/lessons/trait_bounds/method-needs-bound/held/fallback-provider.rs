---
code: E0599
---
use std::collections::HashMap;

pub trait Provider {
    fn name(&self) -> String;
    /// The temperature of a town in tenths of a degree, if this provider knows it.
    fn tenths(&self, town: &str) -> Option<i32>;
}

pub struct Table {
    pub label: &'static str,
    pub values: HashMap<&'static str, i32>,
}

impl Provider for Table {
    fn name(&self) -> String {
        self.label.to_string()
    }

    fn tenths(&self, town: &str) -> Option<i32> {
        self.values.get(town).copied()
    }
}

/// Asks the first provider, and the second where the first does not know.
pub struct Fallback<A, B> {
    pub first: A,
    pub second: B,
}

impl<A, B> Provider for Fallback<A, B> {
    fn name(&self) -> String {
        format!("{}, then {}", self.first.name(), self.second.name())
    }

    fn tenths(&self, town: &str) -> Option<i32> {
        self.first.tenths(town).or_else(|| self.second.tenths(town))
    }
}

pub fn line(provider: &dyn Provider, town: &str) -> String {
    match provider.tenths(town) {
        Some(t) => format!("{town}: {}.{} ({})", t / 10, t.abs() % 10, provider.name()),
        None => format!("{town}: no data"),
    }
}
==== fixed
use std::collections::HashMap;

pub trait Provider {
    fn name(&self) -> String;
    /// The temperature of a town in tenths of a degree, if this provider knows it.
    fn tenths(&self, town: &str) -> Option<i32>;
}

pub struct Table {
    pub label: &'static str,
    pub values: HashMap<&'static str, i32>,
}

impl Provider for Table {
    fn name(&self) -> String {
        self.label.to_string()
    }

    fn tenths(&self, town: &str) -> Option<i32> {
        self.values.get(town).copied()
    }
}

/// Asks the first provider, and the second where the first does not know.
pub struct Fallback<A, B> {
    pub first: A,
    pub second: B,
}

impl<A: Provider, B: Provider> Provider for Fallback<A, B> {
    fn name(&self) -> String {
        format!("{}, then {}", self.first.name(), self.second.name())
    }

    fn tenths(&self, town: &str) -> Option<i32> {
        self.first.tenths(town).or_else(|| self.second.tenths(town))
    }
}

pub fn line(provider: &dyn Provider, town: &str) -> String {
    match provider.tenths(town) {
        Some(t) => format!("{town}: {}.{} ({})", t / 10, t.abs() % 10, provider.name()),
        None => format!("{town}: no data"),
    }
}
==== tests
fn table(label: &'static str, values: &[(&'static str, i32)]) -> Table {
    Table { label, values: values.iter().copied().collect() }
}

#[test]
fn first_then_second() {
    let f = Fallback { first: table("A", &[("Ulm", 125)]), second: table("B", &[("Ulm", 1), ("Rom", 230)]) };
    assert_eq!(line(&f, "Ulm"), "Ulm: 12.5 (A, then B)");
    assert_eq!(line(&f, "Rom"), "Rom: 23.0 (A, then B)");
    assert_eq!(line(&f, "Oslo"), "Oslo: no data");
}

#[test]
fn three_deep() {
    let inner = Fallback { first: table("B", &[]), second: table("C", &[("Pau", 90)]) };
    let f = Fallback { first: table("A", &[]), second: inner };
    assert_eq!(f.tenths("Pau"), Some(90));
    assert_eq!(f.name(), "A, then B, then C");
}
