---
code: E0597
---
use std::collections::HashSet;

/// Letters are laid out with blanks between the words, as `cat dog`.
pub fn normalise(line: &str) -> String {
    line.trim().to_lowercase()
}

/// All different words of a game, counted once however they were spelled.
/// The longest of them comes back with the count.
pub fn survey(lines: &[&str]) -> (usize, String) {
    let mut words: HashSet<&str> = HashSet::new();
    for line in lines {
        let clean = normalise(line);
        for word in clean.split_whitespace() {
            words.insert(word);
        }
    }
    let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
    let mut best: Vec<String> = words
        .iter()
        .filter(|word| word.len() == longest)
        .map(|word| word.to_string())
        .collect();
    best.sort();
    (words.len(), best.into_iter().next().unwrap_or_default())
}
==== fixed
use std::collections::HashSet;

/// Letters are laid out with blanks between the words, as `cat dog`.
pub fn normalise(line: &str) -> String {
    line.trim().to_lowercase()
}

/// All different words of a game, counted once however they were spelled.
/// The longest of them comes back with the count.
pub fn survey(lines: &[&str]) -> (usize, String) {
    let mut words: HashSet<String> = HashSet::new();
    for line in lines {
        let clean = normalise(line);
        for word in clean.split_whitespace() {
            words.insert(word.to_string());
        }
    }
    let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
    let mut best: Vec<String> = words
        .iter()
        .filter(|word| word.len() == longest)
        .map(|word| word.to_string())
        .collect();
    best.sort();
    (words.len(), best.into_iter().next().unwrap_or_default())
}
==== tests
#[test]
fn counts_once() {
    assert_eq!(survey(&["Cat dog", " CAT horse", "zebra"]), (4, "horse".to_string()));
}
#[test]
fn nothing_played() {
    assert_eq!(survey(&[]), (0, String::new()));
    assert_eq!(survey(&["  "]), (0, String::new()));
}
