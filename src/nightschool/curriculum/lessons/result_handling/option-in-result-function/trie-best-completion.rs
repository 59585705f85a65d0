---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub struct UnknownWord(pub String);

#[derive(Default)]
pub struct Counts {
    by_word: BTreeMap<String, u32>,
}

impl Counts {
    pub fn learn(&mut self, word: &str) {
        *self.by_word.entry(word.to_string()).or_insert(0) += 1;
    }

    pub fn count(&self, word: &str) -> Result<u32, UnknownWord> {
        self.by_word
            .get(word)
            .copied()
            .ok_or_else(|| UnknownWord(word.to_string()))
    }

    fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a String> {
        self.by_word.keys().filter(move |word| word.starts_with(prefix))
    }

    /// How often the alphabetically first completion of `prefix` was learnt; `None` without one.
    pub fn first_completion_count(&self, prefix: &str) -> Option<u32> {
        let word = self.with_prefix(prefix).next()?;
        let count = self.count(word)?;
        Some(count)
    }

    /// By how much `a` was learnt more often than `b`, if both are known.
    pub fn lead(&self, a: &str, b: &str) -> Option<i64> {
        let lead = i64::from(self.count(a)?) - i64::from(self.count(b)?);
        Some(lead)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub struct UnknownWord(pub String);

#[derive(Default)]
pub struct Counts {
    by_word: BTreeMap<String, u32>,
}

impl Counts {
    pub fn learn(&mut self, word: &str) {
        *self.by_word.entry(word.to_string()).or_insert(0) += 1;
    }

    pub fn count(&self, word: &str) -> Result<u32, UnknownWord> {
        self.by_word
            .get(word)
            .copied()
            .ok_or_else(|| UnknownWord(word.to_string()))
    }

    fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a String> {
        self.by_word.keys().filter(move |word| word.starts_with(prefix))
    }

    /// How often the alphabetically first completion of `prefix` was learnt; `None` without one.
    pub fn first_completion_count(&self, prefix: &str) -> Option<u32> {
        let word = self.with_prefix(prefix).next()?;
        let count = self.count(word).ok()?;
        Some(count)
    }

    /// By how much `a` was learnt more often than `b`, if both are known.
    pub fn lead(&self, a: &str, b: &str) -> Option<i64> {
        let lead = i64::from(self.count(a).ok()?) - i64::from(self.count(b).ok()?);
        Some(lead)
    }
}
==== tests
fn sample() -> Counts {
    let mut counts = Counts::default();
    for word in ["inner", "into", "into", "box", "into"] {
        counts.learn(word);
    }
    counts
}

#[test]
fn completions() {
    let counts = sample();
    assert_eq!(counts.first_completion_count("in"), Some(1));
    assert_eq!(counts.first_completion_count("int"), Some(3));
    assert_eq!(counts.first_completion_count("z"), None);
}

#[test]
fn leads() {
    let counts = sample();
    assert_eq!(counts.lead("into", "box"), Some(2));
    assert_eq!(counts.lead("box", "into"), Some(-2));
    assert_eq!(counts.lead("into", "xyz"), None);
    assert_eq!(counts.lead("xyz", "into"), None);
}
