---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Reminder {
    pub text: String,
    pub tags: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Calendar {
    days: BTreeMap<u32, Vec<Reminder>>,
}

/// Keeps what belongs to at least one of the wanted tags and gives back
/// how many reminders were dropped.
fn keep_tagged(list: &mut Vec<Reminder>, wanted: &[String]) -> usize {
    let before = list.len();
    list.retain(|r| r.tags.iter().any(|tag| wanted.contains(tag)));
    before - list.len()
}

fn normalise(tags: Vec<String>) -> Vec<String> {
    tags.into_iter().map(|t| t.trim().to_lowercase()).collect()
}

impl Calendar {
    pub fn remind(&mut self, day: u32, text: &str, tags: &[&str]) {
        let tags = tags.iter().map(|t| t.to_string()).collect();
        self.days.entry(day).or_default().push(Reminder { text: text.to_string(), tags });
    }

    /// Drops everything without one of the tags; case and outer blanks of
    /// `tags` do not matter.
    pub fn filter(&mut self, tags: Vec<String>) -> usize {
        let mut dropped = 0;
        for list in self.days.values_mut() {
            let wanted = normalise(tags);
            dropped += keep_tagged(list, &wanted);
        }
        self.days.retain(|_, list| !list.is_empty());
        dropped
    }

    pub fn texts(&self) -> Vec<(u32, &str)> {
        self.days
            .iter()
            .flat_map(|(day, list)| list.iter().map(|r| (*day, r.text.as_str())))
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Reminder {
    pub text: String,
    pub tags: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Calendar {
    days: BTreeMap<u32, Vec<Reminder>>,
}

/// Keeps what belongs to at least one of the wanted tags and gives back
/// how many reminders were dropped.
fn keep_tagged(list: &mut Vec<Reminder>, wanted: &[String]) -> usize {
    let before = list.len();
    list.retain(|r| r.tags.iter().any(|tag| wanted.contains(tag)));
    before - list.len()
}

fn normalise(tags: Vec<String>) -> Vec<String> {
    tags.into_iter().map(|t| t.trim().to_lowercase()).collect()
}

impl Calendar {
    pub fn remind(&mut self, day: u32, text: &str, tags: &[&str]) {
        let tags = tags.iter().map(|t| t.to_string()).collect();
        self.days.entry(day).or_default().push(Reminder { text: text.to_string(), tags });
    }

    /// Drops everything without one of the tags; case and outer blanks of
    /// `tags` do not matter.
    pub fn filter(&mut self, tags: Vec<String>) -> usize {
        let mut dropped = 0;
        let wanted = normalise(tags);
        for list in self.days.values_mut() {
            dropped += keep_tagged(list, &wanted);
        }
        self.days.retain(|_, list| !list.is_empty());
        dropped
    }

    pub fn texts(&self) -> Vec<(u32, &str)> {
        self.days
            .iter()
            .flat_map(|(day, list)| list.iter().map(|r| (*day, r.text.as_str())))
            .collect()
    }
}
==== tests
fn calendar() -> Calendar {
    let mut c = Calendar::default();
    c.remind(4, "pay", &["home", "money"]);
    c.remind(4, "call", &["work"]);
    c.remind(9, "ship", &["work"]);
    c.remind(11, "cook", &["home"]);
    c
}

#[test]
fn filters_every_day() {
    let mut c = calendar();
    assert_eq!(c.filter(vec![" Home".into()]), 2);
    assert_eq!(c.texts(), vec![(4, "pay"), (11, "cook")]);
}

#[test]
fn several_tags() {
    let mut c = calendar();
    assert_eq!(c.filter(vec!["MONEY".into(), "work ".into()]), 1);
    assert_eq!(c.texts(), vec![(4, "pay"), (4, "call"), (9, "ship")]);
}
