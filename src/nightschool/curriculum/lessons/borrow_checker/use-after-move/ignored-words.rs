---
code: E0382
---
use std::collections::{HashMap, HashSet};

/// Words that the speller accepts, for all files and for single ones.
#[derive(Debug, Default)]
pub struct IgnoreList {
    global: HashSet<String>,
    per_file: HashMap<String, HashSet<String>>,
    log: Vec<String>,
}

impl IgnoreList {
    pub fn ignore_everywhere(&mut self, word: &str) {
        self.global.insert(word.to_lowercase());
    }

    /// Accepts a word in one file and notes `file: word` in the log, unless it was accepted there already.
    pub fn ignore_in(&mut self, file: String, word: String) {
        let word = word.to_lowercase();
        let fresh = self.per_file.entry(file).or_default().insert(word);
        if fresh {
            self.log.push(format!("{file}: {word}"));
        }
    }

    pub fn accepts(&self, file: &str, word: &str) -> bool {
        let word = word.to_lowercase();
        self.global.contains(&word) || self.per_file.get(file).map_or(false, |set| set.contains(&word))
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }
}
==== fixed
use std::collections::{HashMap, HashSet};

/// Words that the speller accepts, for all files and for single ones.
#[derive(Debug, Default)]
pub struct IgnoreList {
    global: HashSet<String>,
    per_file: HashMap<String, HashSet<String>>,
    log: Vec<String>,
}

impl IgnoreList {
    pub fn ignore_everywhere(&mut self, word: &str) {
        self.global.insert(word.to_lowercase());
    }

    /// Accepts a word in one file and notes `file: word` in the log, unless it was accepted there already.
    pub fn ignore_in(&mut self, file: String, word: String) {
        let word = word.to_lowercase();
        let note = format!("{file}: {word}");
        let fresh = self.per_file.entry(file).or_default().insert(word);
        if fresh {
            self.log.push(note);
        }
    }

    pub fn accepts(&self, file: &str, word: &str) -> bool {
        let word = word.to_lowercase();
        self.global.contains(&word) || self.per_file.get(file).map_or(false, |set| set.contains(&word))
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }
}
==== tests
#[test]
fn words_are_logged_once() {
    let mut list = IgnoreList::default();
    list.ignore_in("a.md".into(), "Rustc".into());
    list.ignore_in("a.md".into(), "rustc".into());
    list.ignore_in("b.md".into(), "rustc".into());
    assert_eq!(list.log(), ["a.md: rustc", "b.md: rustc"]);
}

#[test]
fn acceptance_is_per_file() {
    let mut list = IgnoreList::default();
    list.ignore_in("a.md".into(), "Foo".into());
    list.ignore_everywhere("Bar");
    assert!(list.accepts("a.md", "FOO"));
    assert!(!list.accepts("b.md", "foo"));
    assert!(list.accepts("b.md", "bar"));
}
