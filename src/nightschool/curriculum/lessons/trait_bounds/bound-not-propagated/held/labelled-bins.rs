---
code: E0277
---
use std::collections::HashMap;
use std::hash::Hash;

/// Counts how often every value occurs.
pub fn tally<T: Hash + Eq>(items: impl IntoIterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts
}

/// The outcome of sorting a crate of fruit by a robot arm.
#[derive(Debug)]
pub struct Sorting<G> {
    pub robot: String,
    pub grades: Vec<G>,
}

impl<G: Clone> Sorting<G> {
    pub fn new(robot: &str, grades: &[G]) -> Self {
        Sorting { robot: robot.to_string(), grades: grades.to_vec() }
    }

    pub fn count(&self, grade: &G) -> usize {
        tally(self.grades.iter()).get(grade).copied().unwrap_or(0)
    }

    /// Share of a grade in whole percent, 0 for an empty crate.
    pub fn percent(&self, grade: &G) -> usize {
        match self.grades.len() {
            0 => 0,
            all => 100 * self.count(grade) / all,
        }
    }
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// Counts how often every value occurs.
pub fn tally<T: Hash + Eq>(items: impl IntoIterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts
}

/// The outcome of sorting a crate of fruit by a robot arm.
#[derive(Debug)]
pub struct Sorting<G> {
    pub robot: String,
    pub grades: Vec<G>,
}

impl<G: Clone + Hash + Eq> Sorting<G> {
    pub fn new(robot: &str, grades: &[G]) -> Self {
        Sorting { robot: robot.to_string(), grades: grades.to_vec() }
    }

    pub fn count(&self, grade: &G) -> usize {
        tally(self.grades.iter()).get(grade).copied().unwrap_or(0)
    }

    /// Share of a grade in whole percent, 0 for an empty crate.
    pub fn percent(&self, grade: &G) -> usize {
        match self.grades.len() {
            0 => 0,
            all => 100 * self.count(grade) / all,
        }
    }
}
==== tests
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Grade {
    First,
    Second,
    Juice,
}

#[test]
fn counts_grades() {
    let s = Sorting::new("arm 2", &[Grade::First, Grade::Juice, Grade::First]);
    assert_eq!(s.count(&Grade::First), 2);
    assert_eq!(s.count(&Grade::Second), 0);
    assert_eq!(s.percent(&Grade::Juice), 33);
}

#[test]
fn any_label_will_do() {
    let s = Sorting::new("arm 3", &["red", "green", "red", "red"]);
    assert_eq!(s.percent(&"red"), 75);
    assert_eq!(s.robot, "arm 3");
    assert_eq!(Sorting::<u8>::new("x", &[]).percent(&1), 0);
}
