---
code: E0277
---
use std::collections::BTreeSet;

/// School grades from worst to best.
#[derive(Debug, Clone, Copy)]
pub enum Letter {
    F,
    D,
    C,
    B,
    A,
}

#[derive(Debug, Clone)]
pub struct Report {
    pub pupil: String,
    pub grades: Vec<Letter>,
}

impl Report {
    pub fn new(pupil: &str, grades: &[Letter]) -> Self {
        Report { pupil: pupil.to_string(), grades: grades.to_vec() }
    }

    /// The best grade on the report.
    pub fn best(&self) -> Option<Letter> {
        self.grades.iter().copied().max()
    }
}

/// The different grades that were given in a class, worst first, as in `F C A`.
pub fn spread(reports: &[Report]) -> String {
    let given: BTreeSet<Letter> = reports.iter().flat_map(|r| r.grades.iter().copied()).collect();
    given.iter().map(|letter| format!("{letter:?}")).collect::<Vec<_>>().join(" ")
}
==== fixed
use std::collections::BTreeSet;

/// School grades from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letter {
    F,
    D,
    C,
    B,
    A,
}

#[derive(Debug, Clone)]
pub struct Report {
    pub pupil: String,
    pub grades: Vec<Letter>,
}

impl Report {
    pub fn new(pupil: &str, grades: &[Letter]) -> Self {
        Report { pupil: pupil.to_string(), grades: grades.to_vec() }
    }

    /// The best grade on the report.
    pub fn best(&self) -> Option<Letter> {
        self.grades.iter().copied().max()
    }
}

/// The different grades that were given in a class, worst first, as in `F C A`.
pub fn spread(reports: &[Report]) -> String {
    let given: BTreeSet<Letter> = reports.iter().flat_map(|r| r.grades.iter().copied()).collect();
    given.iter().map(|letter| format!("{letter:?}")).collect::<Vec<_>>().join(" ")
}
==== tests
#[test]
fn spread_from_worst() {
    let reports = [
        Report::new("Uli", &[Letter::A, Letter::C]),
        Report::new("Vera", &[Letter::C, Letter::F, Letter::A]),
    ];
    assert_eq!(spread(&reports), "F C A");
    assert_eq!(spread(&[]), "");
}
#[test]
fn best_grade() {
    assert!(matches!(Report::new("Uli", &[Letter::D, Letter::B, Letter::F]).best(), Some(Letter::B)));
    assert!(Report::new("Uli", &[]).best().is_none());
}
