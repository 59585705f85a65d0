---
code: E0597
---
use std::collections::HashMap;

/// How often each word of a text occurs; `The` and `the` are the same word,
/// and so are `end` and `end.`.
pub fn frequencies(text: &str) -> Vec<(String, usize)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for raw in text.split_whitespace() {
        let word = normalise(raw);
        if word.is_empty() {
            continue;
        }
        *counts.entry(&word).or_insert(0) += 1;
    }
    let mut table: Vec<(String, usize)> = counts.into_iter().map(|(w, n)| (w.to_string(), n)).collect();
    table.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    table
}

fn normalise(raw: &str) -> String {
    raw.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The most frequent word that is not a stop word.
pub fn theme(text: &str, stop_words: &[&str]) -> Option<String> {
    frequencies(text)
        .into_iter()
        .map(|(word, _)| word)
        .find(|word| !stop_words.contains(&word.as_str()))
}
==== fixed
use std::collections::HashMap;

/// How often each word of a text occurs; `The` and `the` are the same word,
/// and so are `end` and `end.`.
pub fn frequencies(text: &str) -> Vec<(String, usize)> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for raw in text.split_whitespace() {
        let word = normalise(raw);
        if word.is_empty() {
            continue;
        }
        *counts.entry(word).or_insert(0) += 1;
    }
    let mut table: Vec<(String, usize)> = counts.into_iter().collect();
    table.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    table
}

fn normalise(raw: &str) -> String {
    raw.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The most frequent word that is not a stop word.
pub fn theme(text: &str, stop_words: &[&str]) -> Option<String> {
    frequencies(text)
        .into_iter()
        .map(|(word, _)| word)
        .find(|word| !stop_words.contains(&word.as_str()))
}
==== tests
#[test]
fn case_and_marks_do_not_matter() {
    let table = frequencies("The end. Is the END, the beginning?");
    let expected = [("the", 3), ("end", 2), ("beginning", 1), ("is", 1)];
    let expected: Vec<(String, usize)> = expected.iter().map(|(w, n)| (w.to_string(), *n)).collect();
    assert_eq!(table, expected);
}

#[test]
fn marks_alone_are_no_words() {
    assert!(frequencies("- ... !").is_empty());
}

#[test]
fn themes() {
    assert_eq!(theme("The end. Is the END?", &["the"]).as_deref(), Some("end"));
    assert_eq!(theme("the The", &["the"]), None);
}
