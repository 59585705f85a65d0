---
code: E0369
---
use std::fmt::Debug;

/// A requirement on a version or any other ordered value.
#[derive(Debug, Clone, PartialEq)]
pub enum Requirement<T> {
    Exactly(T),
    AtLeast(T),
    /// From the first, included, to the second, not included.
    Between(T, T),
    All(Vec<Requirement<T>>),
}

impl<T: Debug> Requirement<T> {
    pub fn allows(&self, value: &T) -> bool {
        match self {
            Requirement::Exactly(wanted) => value == wanted,
            Requirement::AtLeast(least) => value >= least,
            Requirement::Between(low, high) => low <= value && value < high,
            Requirement::All(parts) => parts.iter().all(|part| part.allows(value)),
        }
    }

    pub fn explain(&self, value: &T) -> String {
        let verdict = if self.allows(value) { "meets" } else { "fails" };
        format!("{value:?} {verdict} {self:?}")
    }
}
==== fixed
use std::fmt::Debug;

/// A requirement on a version or any other ordered value.
#[derive(Debug, Clone, PartialEq)]
pub enum Requirement<T> {
    Exactly(T),
    AtLeast(T),
    /// From the first, included, to the second, not included.
    Between(T, T),
    All(Vec<Requirement<T>>),
}

impl<T: Debug + PartialOrd> Requirement<T> {
    pub fn allows(&self, value: &T) -> bool {
        match self {
            Requirement::Exactly(wanted) => value == wanted,
            Requirement::AtLeast(least) => value >= least,
            Requirement::Between(low, high) => low <= value && value < high,
            Requirement::All(parts) => parts.iter().all(|part| part.allows(value)),
        }
    }

    pub fn explain(&self, value: &T) -> String {
        let verdict = if self.allows(value) { "meets" } else { "fails" };
        format!("{value:?} {verdict} {self:?}")
    }
}
==== tests
#[test]
fn limits() {
    let r = Requirement::Between((1, 2), (2, 0));
    assert!(r.allows(&(1, 2)));
    assert!(r.allows(&(1, 99)));
    assert!(!r.allows(&(2, 0)));
    assert!(!r.allows(&(1, 1)));
}
#[test]
fn combined() {
    let r = Requirement::All(vec![Requirement::AtLeast(3), Requirement::Exactly(5)]);
    assert!(r.allows(&5));
    assert!(!r.allows(&4));
    assert_eq!(Requirement::AtLeast(3).explain(&2), "2 fails AtLeast(3)");
    assert_eq!(Requirement::AtLeast(3.5).explain(&3.5), "3.5 meets AtLeast(3.5)");
}
