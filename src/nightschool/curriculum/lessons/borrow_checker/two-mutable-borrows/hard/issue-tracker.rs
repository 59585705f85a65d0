---
code: E0499
---
//! Projects and the running numbers of their issues.

use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub number: u32,
    pub title: String,
}

#[derive(Debug, Default)]
pub struct Tracker {
    projects: BTreeMap<String, Vec<Issue>>,
    issued: u32,
}

impl Tracker {
    pub fn add_project(&mut self, name: &str) {
        self.projects.entry(name.to_string()).or_default();
    }

    /// The next number; numbers run through all projects without a gap.
    fn next_number(&mut self) -> u32 {
        self.issued += 1;
        self.issued
    }

    /// Opens an issue and tells its number. No number is spent on a project that
    /// does not exist.
    pub fn open(&mut self, project: &str, title: &str) -> Option<u32> {
        let issues = self.projects.get_mut(project)?;
        let number = self.next_number();
        issues.push(Issue { number, title: title.trim().to_string() });
        Some(number)
    }

    pub fn issues(&self, project: &str) -> &[Issue] {
        self.projects.get(project).map(Vec::as_slice).unwrap_or_default()
    }
}
==== fixed
//! Projects and the running numbers of their issues.

use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub number: u32,
    pub title: String,
}

#[derive(Debug, Default)]
pub struct Tracker {
    projects: BTreeMap<String, Vec<Issue>>,
    issued: u32,
}

impl Tracker {
    pub fn add_project(&mut self, name: &str) {
        self.projects.entry(name.to_string()).or_default();
    }

    /// The next number; numbers run through all projects without a gap.
    fn next_number(&mut self) -> u32 {
        self.issued += 1;
        self.issued
    }

    /// Opens an issue and tells its number. No number is spent on a project that
    /// does not exist.
    pub fn open(&mut self, project: &str, title: &str) -> Option<u32> {
        if !self.projects.contains_key(project) {
            return None;
        }
        let number = self.next_number();
        let issues = self.projects.get_mut(project)?;
        issues.push(Issue { number, title: title.trim().to_string() });
        Some(number)
    }

    pub fn issues(&self, project: &str) -> &[Issue] {
        self.projects.get(project).map(Vec::as_slice).unwrap_or_default()
    }
}
==== tests
fn tracker() -> Tracker {
    let mut tracker = Tracker::default();
    tracker.add_project("site");
    tracker.add_project("app");
    tracker
}

#[test]
fn numbers_run_through_all_projects() {
    let mut tracker = tracker();
    assert_eq!(tracker.open("site", " broken link "), Some(1));
    assert_eq!(tracker.open("app", "crash"), Some(2));
    assert_eq!(tracker.open("site", "typo"), Some(3));
    let numbers: Vec<u32> = tracker.issues("site").iter().map(|issue| issue.number).collect();
    assert_eq!(numbers, [1, 3]);
    assert_eq!(tracker.issues("site")[0].title, "broken link");
}

#[test]
fn an_unknown_project_spends_no_number() {
    let mut tracker = tracker();
    assert_eq!(tracker.open("shop", "lost"), None);
    assert!(tracker.issues("shop").is_empty());
    assert_eq!(tracker.open("app", "crash"), Some(1));
}
