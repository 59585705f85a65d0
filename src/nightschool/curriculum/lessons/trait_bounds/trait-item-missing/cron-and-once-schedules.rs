---
code: E0046
---
use std::collections::BTreeMap;

/// A rule that says when a job runs, in minutes since the epoch.
pub trait Schedule {
    type Label;

    /// The first run strictly after `now`, if there is one.
    fn next_after(&self, now: u64) -> Option<u64>;

    /// What the timetable shows for this rule.
    fn label(&self) -> Self::Label;
}

pub struct Every {
    pub minutes: u64,
}

/// A single run at a fixed minute.
pub struct Once {
    pub at: u64,
}

impl Schedule for Every {
    type Label = String;

    fn next_after(&self, now: u64) -> Option<u64> {
        Some((now / self.minutes + 1) * self.minutes)
    }

    fn label(&self) -> String {
        format!("every {} min", self.minutes)
    }
}

impl Schedule for Once {
    type Label = String;

    fn label(&self) -> String {
        format!("once at {}", self.at)
    }
}

/// Runs per minute in `from+1 ..= to` for one rule.
pub fn plan<S: Schedule>(rule: &S, from: u64, to: u64) -> BTreeMap<u64, S::Label> {
    let mut runs = BTreeMap::new();
    let mut now = from;
    while let Some(next) = rule.next_after(now).filter(|&n| n <= to) {
        runs.insert(next, rule.label());
        now = next;
    }
    runs
}
==== fixed
use std::collections::BTreeMap;

/// A rule that says when a job runs, in minutes since the epoch.
pub trait Schedule {
    type Label;

    /// The first run strictly after `now`, if there is one.
    fn next_after(&self, now: u64) -> Option<u64>;

    /// What the timetable shows for this rule.
    fn label(&self) -> Self::Label;
}

pub struct Every {
    pub minutes: u64,
}

/// A single run at a fixed minute.
pub struct Once {
    pub at: u64,
}

impl Schedule for Every {
    type Label = String;

    fn next_after(&self, now: u64) -> Option<u64> {
        Some((now / self.minutes + 1) * self.minutes)
    }

    fn label(&self) -> String {
        format!("every {} min", self.minutes)
    }
}

impl Schedule for Once {
    type Label = String;

    fn next_after(&self, now: u64) -> Option<u64> {
        (self.at > now).then_some(self.at)
    }

    fn label(&self) -> String {
        format!("once at {}", self.at)
    }
}

/// Runs per minute in `from+1 ..= to` for one rule.
pub fn plan<S: Schedule>(rule: &S, from: u64, to: u64) -> BTreeMap<u64, S::Label> {
    let mut runs = BTreeMap::new();
    let mut now = from;
    while let Some(next) = rule.next_after(now).filter(|&n| n <= to) {
        runs.insert(next, rule.label());
        now = next;
    }
    runs
}
==== tests
#[test]
fn once_runs_once() {
    let p = plan(&Once { at: 30 }, 0, 100);
    assert_eq!(p.into_iter().collect::<Vec<_>>(), vec![(30, "once at 30".to_string())]);
}

#[test]
fn once_is_strictly_after() {
    assert_eq!(Once { at: 30 }.next_after(30), None);
    assert_eq!(Once { at: 30 }.next_after(29), Some(30));
    assert_eq!(Once { at: 30 }.next_after(31), None);
}

#[test]
fn every_still_repeats() {
    assert_eq!(plan(&Every { minutes: 15 }, 0, 45).len(), 3);
}
