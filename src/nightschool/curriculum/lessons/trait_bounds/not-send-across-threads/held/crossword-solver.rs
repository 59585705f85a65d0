---
code: E0277
---
use std::collections::HashMap;
use std::rc::Rc;
use std::thread;

/// Words by their length, shared by all who look for one.
#[derive(Debug, Clone)]
pub struct WordList {
    by_length: Rc<HashMap<usize, Vec<String>>>,
}

impl WordList {
    pub fn new(words: &[&str]) -> WordList {
        let mut by_length: HashMap<usize, Vec<String>> = HashMap::new();
        for word in words {
            by_length.entry(word.len()).or_default().push(word.to_lowercase());
        }
        WordList { by_length: Rc::new(by_length) }
    }

    pub fn fitting(&self, pattern: &str) -> Vec<String> {
        let candidates = self.by_length.get(&pattern.len()).map(Vec::as_slice).unwrap_or(&[]);
        candidates
            .iter()
            .filter(|w| w.chars().zip(pattern.chars()).all(|(c, p)| p == '?' || p == c))
            .cloned()
            .collect()
    }
}

/// Looks for every pattern in a thread of its own; the answers are in the order of the patterns.
pub fn solve_all(words: &WordList, patterns: &[&str]) -> Vec<Vec<String>> {
    let handles: Vec<_> = patterns
        .iter()
        .map(|pattern| {
            let words = words.clone();
            let pattern = pattern.to_string();
            thread::spawn(move || words.fitting(&pattern))
        })
        .collect();
    handles
        .into_iter()
        .map(|handle| handle.join().unwrap_or_default())
        .collect()
}
==== fixed
use std::collections::HashMap;
use std::sync::Arc;
use std::thread;

/// Words by their length, shared by all who look for one.
#[derive(Debug, Clone)]
pub struct WordList {
    by_length: Arc<HashMap<usize, Vec<String>>>,
}

impl WordList {
    pub fn new(words: &[&str]) -> WordList {
        let mut by_length: HashMap<usize, Vec<String>> = HashMap::new();
        for word in words {
            by_length.entry(word.len()).or_default().push(word.to_lowercase());
        }
        WordList { by_length: Arc::new(by_length) }
    }

    pub fn fitting(&self, pattern: &str) -> Vec<String> {
        let candidates = self.by_length.get(&pattern.len()).map(Vec::as_slice).unwrap_or(&[]);
        candidates
            .iter()
            .filter(|w| w.chars().zip(pattern.chars()).all(|(c, p)| p == '?' || p == c))
            .cloned()
            .collect()
    }
}

/// Looks for every pattern in a thread of its own; the answers are in the order of the patterns.
pub fn solve_all(words: &WordList, patterns: &[&str]) -> Vec<Vec<String>> {
    let handles: Vec<_> = patterns
        .iter()
        .map(|pattern| {
            let words = words.clone();
            let pattern = pattern.to_string();
            thread::spawn(move || words.fitting(&pattern))
        })
        .collect();
    handles
        .into_iter()
        .map(|handle| handle.join().unwrap_or_default())
        .collect()
}
==== tests
#[test]
fn answers_in_order() {
    let w = WordList::new(&["Cat", "cot", "dog", "horse"]);
    let found = solve_all(&w, &["c?t", "?????", "??g", "x??"]);
    assert_eq!(found[0], ["cat", "cot"]);
    assert_eq!(found[1], ["horse"]);
    assert_eq!(found[2], ["dog"]);
    assert!(found[3].is_empty());
}

#[test]
fn list_stays_usable() {
    let w = WordList::new(&["a", "to"]);
    assert_eq!(solve_all(&w, &["?"]).len(), 1);
    assert_eq!(w.fitting("t?"), ["to"]);
    assert!(w.fitting("???").is_empty());
}
