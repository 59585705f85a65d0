---
code: E0716
---
//! Counts hashtags in short posts. Upper and lower case are the same tag.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct TagCounts {
    counts: BTreeMap<String, usize>,
}

impl TagCounts {
    /// Adds the tags of one post; each tag counts once a post.
    pub fn add_post(&mut self, post: &str) {
        let mut tags: Vec<&str> = post
            .to_lowercase()
            .split_whitespace()
            .filter_map(|word| word.strip_prefix('#'))
            .filter(|tag| !tag.is_empty())
            .collect();
        tags.sort();
        tags.dedup();
        for tag in tags {
            *self.counts.entry(tag.to_string()).or_insert(0) += 1;
        }
    }

    pub fn count(&self, tag: &str) -> usize {
        self.counts.get(tag).copied().unwrap_or(0)
    }

    pub fn tags(&self) -> Vec<String> {
        self.counts.keys().cloned().collect()
    }
}
==== fixed
//! Counts hashtags in short posts. Upper and lower case are the same tag.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct TagCounts {
    counts: BTreeMap<String, usize>,
}

impl TagCounts {
    /// Adds the tags of one post; each tag counts once a post.
    pub fn add_post(&mut self, post: &str) {
        let lowered = post.to_lowercase();
        let mut tags: Vec<&str> = lowered
            .split_whitespace()
            .filter_map(|word| word.strip_prefix('#'))
            .filter(|tag| !tag.is_empty())
            .collect();
        tags.sort();
        tags.dedup();
        for tag in tags {
            *self.counts.entry(tag.to_string()).or_insert(0) += 1;
        }
    }

    pub fn count(&self, tag: &str) -> usize {
        self.counts.get(tag).copied().unwrap_or(0)
    }

    pub fn tags(&self) -> Vec<String> {
        self.counts.keys().cloned().collect()
    }
}
==== tests
#[test]
fn case_does_not_matter() {
    let mut counts = TagCounts::default();
    counts.add_post("#Rust is fun");
    counts.add_post("more #rust and #RUST and #Tea");
    assert_eq!(counts.count("rust"), 2);
    assert_eq!(counts.tags(), ["rust", "tea"]);
}

#[test]
fn plain_words_and_lone_signs_are_no_tags() {
    let mut counts = TagCounts::default();
    counts.add_post("nothing # here");
    assert!(counts.tags().is_empty());
    assert_eq!(counts.count("here"), 0);
}
