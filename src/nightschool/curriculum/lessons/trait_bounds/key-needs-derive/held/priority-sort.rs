---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    Low,
    Normal,
    Critical,
}

/// Compared by urgency first, then by score, then by text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub urgency: Urgency,
    pub score: u32,
    pub text: String,
}

/// Of the entries given, the `limit` most important ones, most important first.
pub fn most_important(entries: &[Entry], limit: usize) -> Vec<String> {
    let mut sorted = entries.to_vec();
    sorted.sort();
    sorted.into_iter().rev().take(limit).map(|e| e.text).collect()
}

pub fn entry(urgency: Urgency, score: u32, text: &str) -> Entry {
    Entry { urgency, score, text: text.to_string() }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Low,
    Normal,
    Critical,
}

/// Compared by urgency first, then by score, then by text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub urgency: Urgency,
    pub score: u32,
    pub text: String,
}

/// Of the entries given, the `limit` most important ones, most important first.
pub fn most_important(entries: &[Entry], limit: usize) -> Vec<String> {
    let mut sorted = entries.to_vec();
    sorted.sort();
    sorted.into_iter().rev().take(limit).map(|e| e.text).collect()
}

pub fn entry(urgency: Urgency, score: u32, text: &str) -> Entry {
    Entry { urgency, score, text: text.to_string() }
}
==== tests
#[test]
fn urgency_before_score() {
    let list = [
        entry(Urgency::Low, 99, "sale"),
        entry(Urgency::Critical, 1, "fire"),
        entry(Urgency::Normal, 5, "mail"),
        entry(Urgency::Normal, 7, "call"),
    ];
    assert_eq!(most_important(&list, 3), ["fire", "call", "mail"]);
    assert_eq!(most_important(&list, 9).last().map(String::as_str), Some("sale"));
}

#[test]
fn ties_by_text() {
    let list = [entry(Urgency::Low, 1, "a"), entry(Urgency::Low, 1, "b")];
    assert_eq!(most_important(&list, 1), ["b"]);
    assert!(most_important(&[], 1).is_empty());
}
