---
code: E0373
---
use std::collections::BTreeSet;

/// Words that are never indexed.
#[derive(Debug, Clone, Default)]
pub struct StopWords {
    words: BTreeSet<String>,
}

impl StopWords {
    pub fn from_text(text: &str) -> Self {
        StopWords {
            words: text.split_whitespace().map(str::to_lowercase).collect(),
        }
    }

    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }
}

/// A filter that accepts words of at least `min_len` characters that are no stop words.
pub fn accept(stop_text: &str, min_len: usize) -> impl Fn(&str) -> bool {
    let stop = StopWords::from_text(stop_text);
    |word: &str| word.chars().count() >= min_len && !stop.contains(word)
}

/// The accepted words of a text, in order.
pub fn index_terms<F>(text: &str, accepts: F) -> Vec<String>
where
    F: Fn(&str) -> bool,
{
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| accepts(word))
        .map(str::to_string)
        .collect()
}
==== fixed
use std::collections::BTreeSet;

/// Words that are never indexed.
#[derive(Debug, Clone, Default)]
pub struct StopWords {
    words: BTreeSet<String>,
}

impl StopWords {
    pub fn from_text(text: &str) -> Self {
        StopWords {
            words: text.split_whitespace().map(str::to_lowercase).collect(),
        }
    }

    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }
}

/// A filter that accepts words of at least `min_len` characters that are no stop words.
pub fn accept(stop_text: &str, min_len: usize) -> impl Fn(&str) -> bool {
    let stop = StopWords::from_text(stop_text);
    move |word: &str| word.chars().count() >= min_len && !stop.contains(word)
}

/// The accepted words of a text, in order.
pub fn index_terms<F>(text: &str, accepts: F) -> Vec<String>
where
    F: Fn(&str) -> bool,
{
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| accepts(word))
        .map(str::to_string)
        .collect()
}
==== tests
#[test]
fn filters_words() {
    let terms = index_terms("The cat and the hat, of old.", accept("the AND", 3));
    assert_eq!(terms, vec!["cat", "hat", "old"]);
}

#[test]
fn length_counts_characters() {
    let accepts = accept("", 2);
    assert!(accepts("äö"));
    assert!(!accepts("ß"));
    let none = accept("only", 0);
    assert!(!none("Only") && none(""));
}
