---
code: E0277
---
use std::collections::HashMap;
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

pub type Counts = HashMap<String, usize>;

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split_whitespace().map(|w| w.trim_matches(',').to_lowercase())
}

/// Counts the words of all chapters, each chapter on its own thread.
pub fn count_chapters(chapters: Vec<String>) -> Counts {
    let shared = Rc::new(RefCell::new(Counts::new()));
    let mut handles = Vec::new();
    for chapter in chapters {
        let shared = Rc::clone(&shared);
        handles.push(thread::spawn(move || {
            for word in words(&chapter) {
                *shared.borrow_mut().entry(word).or_insert(0) += 1;
            }
        }));
    }
    for handle in handles {
        handle.join().expect("a counting thread panicked");
    }
    let total = shared.borrow().clone();
    total
}

/// The most frequent word; of equals the first in the alphabet.
pub fn top(counts: &Counts) -> Option<&str> {
    counts
        .iter()
        .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)))
        .map(|(word, _)| word.as_str())
}
==== fixed
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub type Counts = HashMap<String, usize>;

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split_whitespace().map(|w| w.trim_matches(',').to_lowercase())
}

/// Counts the words of all chapters, each chapter on its own thread.
pub fn count_chapters(chapters: Vec<String>) -> Counts {
    let shared = Arc::new(Mutex::new(Counts::new()));
    let mut handles = Vec::new();
    for chapter in chapters {
        let shared = Arc::clone(&shared);
        handles.push(thread::spawn(move || {
            for word in words(&chapter) {
                *shared.lock().unwrap().entry(word).or_insert(0) += 1;
            }
        }));
    }
    for handle in handles {
        handle.join().expect("a counting thread panicked");
    }
    let total = shared.lock().unwrap().clone();
    total
}

/// The most frequent word; of equals the first in the alphabet.
pub fn top(counts: &Counts) -> Option<&str> {
    counts
        .iter()
        .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)))
        .map(|(word, _)| word.as_str())
}
==== tests
#[test]
fn chapters_are_summed() {
    let counts = count_chapters(vec!["The owl, the fox".into(), "the hen".into(), String::new()]);
    assert_eq!(counts["the"], 3);
    assert_eq!(counts["owl"], 1);
    assert_eq!(counts.len(), 4);
}

#[test]
fn top_breaks_ties_by_alphabet() {
    let counts = count_chapters(vec!["b a".into(), "a b c".into()]);
    assert_eq!(top(&counts), Some("a"));
}
