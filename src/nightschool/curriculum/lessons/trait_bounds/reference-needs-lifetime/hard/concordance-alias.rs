---
code: E0106
---
//! A concordance: for each word of a poem, the lines in which it stands.

use std::collections::{BTreeMap, HashSet};

/// Words borrowed from the poem, with line numbers from 1.
pub type Concordance = BTreeMap<&str, Vec<usize>>;

pub struct StopWords {
    words: HashSet<String>,
}

impl StopWords {
    pub fn new(list: &str) -> Self {
        let words = list.split_whitespace().map(str::to_lowercase).collect();
        StopWords { words }
    }

    fn skips(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }
}

/// Leaves the stop words out; a line counts once for each word.
pub fn concordance(poem: &str, stop: &StopWords) -> Concordance {
    let mut found = BTreeMap::new();
    for (index, line) in poem.lines().enumerate() {
        for word in line.split(|letter: char| !letter.is_alphanumeric()) {
            if word.is_empty() || stop.skips(word) {
                continue;
            }
            let lines: &mut Vec<usize> = found.entry(word).or_default();
            if lines.last() != Some(&(index + 1)) {
                lines.push(index + 1);
            }
        }
    }
    found
}
==== fixed
//! A concordance: for each word of a poem, the lines in which it stands.

use std::collections::{BTreeMap, HashSet};

/// Words borrowed from the poem, with line numbers from 1.
pub type Concordance<'t> = BTreeMap<&'t str, Vec<usize>>;

pub struct StopWords {
    words: HashSet<String>,
}

impl StopWords {
    pub fn new(list: &str) -> Self {
        let words = list.split_whitespace().map(str::to_lowercase).collect();
        StopWords { words }
    }

    fn skips(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }
}

/// Leaves the stop words out; a line counts once for each word.
pub fn concordance<'t>(poem: &'t str, stop: &StopWords) -> Concordance<'t> {
    let mut found = BTreeMap::new();
    for (index, line) in poem.lines().enumerate() {
        for word in line.split(|letter: char| !letter.is_alphanumeric()) {
            if word.is_empty() || stop.skips(word) {
                continue;
            }
            let lines: &mut Vec<usize> = found.entry(word).or_default();
            if lines.last() != Some(&(index + 1)) {
                lines.push(index + 1);
            }
        }
    }
    found
}
==== tests
const POEM: &str = "The sea, the sea\nand the gull\nsea and sky";

#[test]
fn the_stop_words_may_go_first() {
    let poem = POEM.to_string();
    let index = {
        let stop = StopWords::new("the AND");
        concordance(&poem, &stop)
    };
    assert_eq!(index["sea"], [1, 3]);
    assert_eq!(index["gull"], [2]);
    assert_eq!(index["sky"], [3]);
    assert_eq!(index.len(), 3);
}

#[test]
fn nothing_to_skip() {
    let index = concordance(POEM, &StopWords::new(""));
    assert_eq!(index["the"], [1, 2]);
    assert_eq!(index["The"], [1]);
}
