---
code: E0515
---
use std::collections::BTreeMap;

/// The tags of a blog post: words after `#`, without regard to case, each
/// once, in order of appearance.
pub fn tags(post: &str) -> Vec<&str> {
    let lower = post.to_lowercase();
    let mut found = Vec::new();
    for word in lower.split_whitespace() {
        if let Some(tag) = word.strip_prefix('#') {
            if !tag.is_empty() && !found.contains(&tag) {
                found.push(tag);
            }
        }
    }
    found
}

/// How many posts carry each tag.
pub fn cloud(posts: &[&str]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for post in posts {
        for tag in tags(post) {
            *counts.entry(tag.to_string()).or_insert(0) += 1;
        }
    }
    counts
}
==== fixed
use std::collections::BTreeMap;

/// The tags of a blog post: words after `#`, without regard to case, each
/// once, in order of appearance.
pub fn tags(post: &str) -> Vec<String> {
    let lower = post.to_lowercase();
    let mut found = Vec::new();
    for word in lower.split_whitespace() {
        if let Some(tag) = word.strip_prefix('#') {
            if !tag.is_empty() && !found.contains(&tag) {
                found.push(tag);
            }
        }
    }
    found.into_iter().map(str::to_string).collect()
}

/// How many posts carry each tag.
pub fn cloud(posts: &[&str]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for post in posts {
        for tag in tags(post) {
            *counts.entry(tag.to_string()).or_insert(0) += 1;
        }
    }
    counts
}
==== tests
#[test]
fn case_does_not_matter() {
    assert_eq!(tags("#Rust is fun #rust #Code"), ["rust", "code"]);
}

#[test]
fn bare_hash_is_no_tag() {
    assert!(tags("# heading").is_empty());
}

#[test]
fn counts_posts() {
    let counts = cloud(&["#a #A", "#b and #a", "none"]);
    assert_eq!(counts.get("a"), Some(&2));
    assert_eq!(counts.get("b"), Some(&1));
    assert_eq!(counts.len(), 2);
}
