---
code: E0277
---
/// How bad it is to be late, from least to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Nuisance,
    Fine,
    Contract,
}

/// Deadlines sort by day; on one day by severity, then by title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    pub day: u32,
    pub severity: Severity,
    pub title: String,
}

impl Deadline {
    pub fn new(day: u32, severity: Severity, title: &str) -> Self {
        Deadline { day, severity, title: title.to_string() }
    }
}

/// The plan of deadlines in their order, each one once.
pub fn plan(mut deadlines: Vec<Deadline>) -> Vec<Deadline> {
    deadlines.sort();
    deadlines.dedup();
    deadlines
}

/// The worst severity among the deadlines up to a day.
pub fn worst_until(deadlines: &[Deadline], day: u32) -> Option<Severity> {
    deadlines
        .iter()
        .filter(|d| d.day <= day)
        .map(|d| d.severity)
        .max()
}
==== fixed
/// How bad it is to be late, from least to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Nuisance,
    Fine,
    Contract,
}

/// Deadlines sort by day; on one day by severity, then by title.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    pub day: u32,
    pub severity: Severity,
    pub title: String,
}

impl Deadline {
    pub fn new(day: u32, severity: Severity, title: &str) -> Self {
        Deadline { day, severity, title: title.to_string() }
    }
}

/// The plan of deadlines in their order, each one once.
pub fn plan(mut deadlines: Vec<Deadline>) -> Vec<Deadline> {
    deadlines.sort();
    deadlines.dedup();
    deadlines
}

/// The worst severity among the deadlines up to a day.
pub fn worst_until(deadlines: &[Deadline], day: u32) -> Option<Severity> {
    deadlines
        .iter()
        .filter(|d| d.day <= day)
        .map(|d| d.severity)
        .max()
}
==== tests
fn list() -> Vec<Deadline> {
    vec![
        Deadline::new(9, Severity::Nuisance, "mow"),
        Deadline::new(4, Severity::Contract, "deliver"),
        Deadline::new(4, Severity::Fine, "tax"),
        Deadline::new(4, Severity::Fine, "permit"),
        Deadline::new(9, Severity::Nuisance, "mow"),
        Deadline::new(2, Severity::Nuisance, "water"),
    ]
}

#[test]
fn day_then_severity_then_title() {
    let titles: Vec<String> = plan(list()).into_iter().map(|d| d.title).collect();
    assert_eq!(titles, vec!["water", "permit", "tax", "deliver", "mow"]);
}

#[test]
fn worst_one() {
    assert_eq!(worst_until(&list(), 3), Some(Severity::Nuisance));
    assert_eq!(worst_until(&list(), 9), Some(Severity::Contract));
    assert_eq!(worst_until(&list(), 1), None);
}
