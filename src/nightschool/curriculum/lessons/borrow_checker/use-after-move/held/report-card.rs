---
code: E0382
---
use std::collections::BTreeMap;

/// One mark handed in by a teacher.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub subject: String,
    pub points: u32,
}

#[derive(Debug, Default)]
pub struct ReportCard {
    marks: Vec<Mark>,
    by_subject: BTreeMap<String, Vec<u32>>,
}

impl ReportCard {
    pub fn new() -> Self {
        Self::default()
    }

    /// Records the mark in the running list and under its subject.
    pub fn record(&mut self, subject: &str, points: u32) {
        let mark = Mark { subject: subject.trim().to_string(), points };
        self.marks.push(mark);
        self.by_subject.entry(mark.subject).or_default().push(points);
    }

    pub fn average(&self, subject: &str) -> Option<u32> {
        let points = self.by_subject.get(subject)?;
        Some(points.iter().sum::<u32>() / points.len() as u32)
    }

    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }
}
==== fixed
use std::collections::BTreeMap;

/// One mark handed in by a teacher.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub subject: String,
    pub points: u32,
}

#[derive(Debug, Default)]
pub struct ReportCard {
    marks: Vec<Mark>,
    by_subject: BTreeMap<String, Vec<u32>>,
}

impl ReportCard {
    pub fn new() -> Self {
        Self::default()
    }

    /// Records the mark in the running list and under its subject.
    pub fn record(&mut self, subject: &str, points: u32) {
        let mark = Mark { subject: subject.trim().to_string(), points };
        self.by_subject.entry(mark.subject.clone()).or_default().push(points);
        self.marks.push(mark);
    }

    pub fn average(&self, subject: &str) -> Option<u32> {
        let points = self.by_subject.get(subject)?;
        Some(points.iter().sum::<u32>() / points.len() as u32)
    }

    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }
}
==== tests
#[test]
fn records_in_list_and_subject() {
    let mut card = ReportCard::new();
    card.record(" maths ", 12);
    card.record("maths", 16);
    card.record("art", 9);
    assert_eq!(card.average("maths"), Some(14));
    assert_eq!(card.average("art"), Some(9));
    assert_eq!(card.average("music"), None);
}
#[test]
fn list_keeps_order_and_names() {
    let mut card = ReportCard::new();
    card.record("maths ", 12);
    card.record("art", 9);
    let names: Vec<&str> = card.marks().iter().map(|m| m.subject.as_str()).collect();
    assert_eq!(names, ["maths", "art"]);
    assert_eq!(card.marks()[1].points, 9);
}
