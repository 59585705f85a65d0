---
code: E0277
---
use std::collections::BTreeMap;

/// A class such as 7b. Classes are listed by year, then by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Class {
    pub year: u8,
    pub letter: char,
}

#[derive(Debug, Default)]
pub struct School {
    rosters: BTreeMap<Class, Vec<String>>,
}

impl School {
    pub fn new() -> Self {
        School { rosters: BTreeMap::new() }
    }

    pub fn enrol(&mut self, class: Class, pupil: impl Into<String>) {
        self.rosters.entry(class).or_insert_with(Vec::new).push(pupil.into());
    }

    pub fn sizes(&self) -> Vec<(Class, usize)> {
        self.rosters.iter().map(|(class, pupils)| (*class, pupils.len())).collect()
    }
}

pub fn class(year: u8, letter: char) -> Class {
    Class { year, letter }
}
==== fixed
use std::collections::BTreeMap;

/// A class such as 7b. Classes are listed by year, then by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class {
    pub year: u8,
    pub letter: char,
}

#[derive(Debug, Default)]
pub struct School {
    rosters: BTreeMap<Class, Vec<String>>,
}

impl School {
    pub fn new() -> Self {
        School { rosters: BTreeMap::new() }
    }

    pub fn enrol(&mut self, class: Class, pupil: impl Into<String>) {
        self.rosters.entry(class).or_insert_with(Vec::new).push(pupil.into());
    }

    pub fn sizes(&self) -> Vec<(Class, usize)> {
        self.rosters.iter().map(|(class, pupils)| (*class, pupils.len())).collect()
    }
}

pub fn class(year: u8, letter: char) -> Class {
    Class { year, letter }
}
==== tests
#[test]
fn lists_by_year_then_letter() {
    let mut s = School::new();
    s.enrol(class(10, 'a'), "Ida");
    s.enrol(class(7, 'b'), "Jon");
    s.enrol(class(7, 'a'), "Kim");
    s.enrol(class(7, 'b'), "Lea");
    assert_eq!(s.sizes(), [(class(7, 'a'), 1), (class(7, 'b'), 2), (class(10, 'a'), 1)]);
}
#[test]
fn starts_empty() {
    assert!(School::new().sizes().is_empty());
}
