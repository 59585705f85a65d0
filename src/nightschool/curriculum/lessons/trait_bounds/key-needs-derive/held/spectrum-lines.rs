---
code: E0277
---
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// wavelength in picometres
    pub wavelength: u32,
    pub element: String,
}

impl Line {
    pub fn new(wavelength: u32, element: &str) -> Self {
        Line { wavelength, element: element.to_string() }
    }
}

/// The lines of a spectrum, each once, from the shortest wavelength to the longest.
#[derive(Debug, Default)]
pub struct Spectrum {
    lines: BTreeSet<Line>,
}

impl Spectrum {
    pub fn measure(&mut self, line: Line) -> bool {
        self.lines.insert(line)
    }

    pub fn elements(&self) -> Vec<&str> {
        self.lines.iter().map(|l| l.element.as_str()).collect()
    }

    pub fn common<'a>(&'a self, other: &'a Spectrum) -> Vec<&'a Line> {
        self.lines.intersection(&other.lines).collect()
    }
}
==== fixed
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// wavelength in picometres
    pub wavelength: u32,
    pub element: String,
}

impl Line {
    pub fn new(wavelength: u32, element: &str) -> Self {
        Line { wavelength, element: element.to_string() }
    }
}

/// The lines of a spectrum, each once, from the shortest wavelength to the longest.
#[derive(Debug, Default)]
pub struct Spectrum {
    lines: BTreeSet<Line>,
}

impl Spectrum {
    pub fn measure(&mut self, line: Line) -> bool {
        self.lines.insert(line)
    }

    pub fn elements(&self) -> Vec<&str> {
        self.lines.iter().map(|l| l.element.as_str()).collect()
    }

    pub fn common<'a>(&'a self, other: &'a Spectrum) -> Vec<&'a Line> {
        self.lines.intersection(&other.lines).collect()
    }
}
==== tests
#[test]
fn shortest_wavelength_first() {
    let mut s = Spectrum::default();
    s.measure(Line::new(589_592, "Na"));
    s.measure(Line::new(393_366, "Ca"));
    s.measure(Line::new(766_490, "K"));
    assert_eq!(s.elements(), ["Ca", "Na", "K"]);
}

#[test]
fn the_same_line_once_but_two_elements_at_one_wavelength() {
    let mut s = Spectrum::default();
    assert!(s.measure(Line::new(500_000, "Fe")));
    assert!(!s.measure(Line::new(500_000, "Fe")));
    assert!(s.measure(Line::new(500_000, "Cr")));
    let mut other = Spectrum::default();
    other.measure(Line::new(500_000, "Cr"));
    assert_eq!(s.common(&other), [&Line::new(500_000, "Cr")]);
    assert_eq!(s.elements().len(), 2);
}
