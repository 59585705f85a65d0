---
code: E0515
---
use std::collections::BTreeSet;

/// Words left out of the index, common ones and those of one collection.
pub struct StopWords {
    common: BTreeSet<String>,
}

impl StopWords {
    pub fn new(words: &[&str]) -> Self {
        StopWords { common: words.iter().map(|w| w.to_string()).collect() }
    }

    /// All stop words in force for a collection, sorted, each once.
    pub fn with_extra(&self, extra: &[&str]) -> &[String] {
        let mut all = self.common.clone();
        all.extend(extra.iter().map(|w| w.to_lowercase()));
        let list: Vec<String> = all.into_iter().collect();
        &list
    }

    /// The words of `text` that are worth indexing.
    pub fn filter<'t>(&self, text: &'t str, extra: &[&str]) -> Vec<&'t str> {
        let stop = self.with_extra(extra);
        text.split_whitespace()
            .filter(|w| stop.binary_search(&w.to_lowercase()).is_err())
            .collect()
    }
}
==== fixed
use std::collections::BTreeSet;

/// Words left out of the index, common ones and those of one collection.
pub struct StopWords {
    common: BTreeSet<String>,
}

impl StopWords {
    pub fn new(words: &[&str]) -> Self {
        StopWords { common: words.iter().map(|w| w.to_string()).collect() }
    }

    /// All stop words in force for a collection, sorted, each once.
    pub fn with_extra(&self, extra: &[&str]) -> Vec<String> {
        let mut all = self.common.clone();
        all.extend(extra.iter().map(|w| w.to_lowercase()));
        let list: Vec<String> = all.into_iter().collect();
        list
    }

    /// The words of `text` that are worth indexing.
    pub fn filter<'t>(&self, text: &'t str, extra: &[&str]) -> Vec<&'t str> {
        let stop = self.with_extra(extra);
        text.split_whitespace()
            .filter(|w| stop.binary_search(&w.to_lowercase()).is_err())
            .collect()
    }
}
==== tests
#[test]
fn extra_words_are_merged() {
    let s = StopWords::new(&["the", "a", "of"]);
    let list = s.with_extra(&["Chapter", "a"]);
    let list: Vec<&str> = list.iter().map(|w| w.as_ref()).collect();
    assert_eq!(list, ["a", "chapter", "of", "the"]);
}

#[test]
fn filter_uses_both() {
    let s = StopWords::new(&["the", "of"]);
    assert_eq!(s.filter("The chapter of owls", &["chapter"]), ["owls"]);
    assert_eq!(s.filter("The chapter of owls", &[]), ["chapter", "owls"]);
}
