---
code: E0597
---
use std::collections::BTreeMap;

/// Counts the words of several clue lists without copying the words.
#[derive(Default)]
pub struct WordTable<'t> {
    counts: BTreeMap<&'t str, usize>,
}

impl<'t> WordTable<'t> {
    fn feed(&mut self, text: &'t str) {
        for word in text.split(' ').filter(|w| w.len() > 2) {
            *self.counts.entry(word).or_insert(0) += 1;
        }
    }

    fn top(&self) -> Option<(&'t str, usize)> {
        self.counts
            .iter()
            .rev()
            .max_by_key(|(_, n)| **n)
            .map(|(word, n)| (*word, *n))
    }
}

fn clean(clue: &str) -> String {
    clue.chars()
        .filter(|c| c.is_alphabetic() || *c == ' ')
        .collect::<String>()
        .to_lowercase()
}

/// The most frequent word of three letters or more in all clues, in lower
/// case; the first in the alphabet if there are several.
pub fn favourite_word(clues: &[&str]) -> Option<(String, usize)> {
    let mut table = WordTable::default();
    for clue in clues {
        let cleaned = clean(clue);
        table.feed(&cleaned);
    }
    table.top().map(|(word, n)| (word.to_string(), n))
}
==== fixed
use std::collections::BTreeMap;

/// Counts the words of several clue lists without copying the words.
#[derive(Default)]
pub struct WordTable<'t> {
    counts: BTreeMap<&'t str, usize>,
}

impl<'t> WordTable<'t> {
    fn feed(&mut self, text: &'t str) {
        for word in text.split(' ').filter(|w| w.len() > 2) {
            *self.counts.entry(word).or_insert(0) += 1;
        }
    }

    fn top(&self) -> Option<(&'t str, usize)> {
        self.counts
            .iter()
            .rev()
            .max_by_key(|(_, n)| **n)
            .map(|(word, n)| (*word, *n))
    }
}

fn clean(clue: &str) -> String {
    clue.chars()
        .filter(|c| c.is_alphabetic() || *c == ' ')
        .collect::<String>()
        .to_lowercase()
}

/// The most frequent word of three letters or more in all clues, in lower
/// case; the first in the alphabet if there are several.
pub fn favourite_word(clues: &[&str]) -> Option<(String, usize)> {
    let cleaned: Vec<String> = clues.iter().map(|clue| clean(clue)).collect();
    let mut table = WordTable::default();
    for clue in &cleaned {
        table.feed(clue);
    }
    table.top().map(|(word, n)| (word.to_string(), n))
}
==== tests
#[test]
fn counted_over_all_clues() {
    let clues = ["The sea, at night", "Night bird", "A bird of the NIGHT!"];
    assert_eq!(favourite_word(&clues), Some(("night".to_string(), 3)));
}

#[test]
fn ties_and_nothing() {
    assert_eq!(favourite_word(&["tea cup", "cup tea"]), Some(("cup".to_string(), 2)));
    assert_eq!(favourite_word(&["a b", "of"]), None);
}
