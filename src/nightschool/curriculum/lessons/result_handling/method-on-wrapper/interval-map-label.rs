---
code: E0599
---
use std::collections::BTreeMap;

/// Maps ranges of keys to labels: a label holds from its key up to the next one.
#[derive(Default)]
pub struct Steps {
    starts: BTreeMap<u32, String>,
}

impl Steps {
    pub fn set(&mut self, from: u32, label: &str) {
        self.starts.insert(from, label.to_string());
    }

    fn at(&self, key: u32) -> Option<&String> {
        self.starts.range(..=key).next_back().map(|(_, label)| label)
    }

    /// The label that holds at `key`, in capitals; nothing before the first start.
    pub fn heading(&self, key: u32) -> Option<String> {
        let label = self.at(key);
        Some(label.to_uppercase())
    }

    /// Where the label changes after `key`.
    pub fn next_change(&self, key: u32) -> Option<u32> {
        let current = self.at(key);
        self.starts
            .range(key.saturating_add(1)..)
            .find(|(_, label)| Some(*label) != current)
            .map(|(start, _)| *start)
    }
}
==== fixed
use std::collections::BTreeMap;

/// Maps ranges of keys to labels: a label holds from its key up to the next one.
#[derive(Default)]
pub struct Steps {
    starts: BTreeMap<u32, String>,
}

impl Steps {
    pub fn set(&mut self, from: u32, label: &str) {
        self.starts.insert(from, label.to_string());
    }

    fn at(&self, key: u32) -> Option<&String> {
        self.starts.range(..=key).next_back().map(|(_, label)| label)
    }

    /// The label that holds at `key`, in capitals; nothing before the first start.
    pub fn heading(&self, key: u32) -> Option<String> {
        let label = self.at(key);
        label.map(|label| label.to_uppercase())
    }

    /// Where the label changes after `key`.
    pub fn next_change(&self, key: u32) -> Option<u32> {
        let current = self.at(key);
        self.starts
            .range(key.saturating_add(1)..)
            .find(|(_, label)| Some(*label) != current)
            .map(|(start, _)| *start)
    }
}
==== tests
#[test]
fn headings() {
    let mut steps = Steps::default();
    steps.set(10, "low");
    steps.set(20, "high");
    assert_eq!(steps.heading(10), Some("LOW".to_string()));
    assert_eq!(steps.heading(19), Some("LOW".to_string()));
    assert_eq!(steps.heading(500), Some("HIGH".to_string()));
    assert_eq!(steps.heading(9), None);
}

#[test]
fn changes() {
    let mut steps = Steps::default();
    steps.set(1, "a");
    steps.set(3, "a");
    steps.set(7, "b");
    assert_eq!(steps.next_change(1), Some(7));
    assert_eq!(steps.next_change(7), None);
}
