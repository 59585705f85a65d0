---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    pub source: String,
    pub weight: u32,
}

#[derive(Default)]
pub struct WordTree {
    children: BTreeMap<u8, WordTree>,
    tags: Vec<Tag>,
}

impl WordTree {
    pub fn insert(&mut self, word: &str, tag: Tag) {
        let mut node = self;
        for byte in word.bytes() {
            node = node.children.entry(byte).or_default();
        }
        node.tags.push(tag);
    }

    /// All tags stored at exactly this word.
    pub fn tags(&self, word: &str) -> &[Tag] {
        let mut node = self;
        for byte in word.bytes() {
            match node.children.get(&byte) {
                Some(child) => node = child,
                None => return &[],
            }
        }
        &node.tags
    }
}

/// Stores each word of a list under the same tag.
pub fn load(tree: &mut WordTree, words: &[&str], tag: Tag) {
    for word in words {
        tree.insert(word, tag);
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    pub source: String,
    pub weight: u32,
}

#[derive(Default)]
pub struct WordTree {
    children: BTreeMap<u8, WordTree>,
    tags: Vec<Tag>,
}

impl WordTree {
    pub fn insert(&mut self, word: &str, tag: Tag) {
        let mut node = self;
        for byte in word.bytes() {
            node = node.children.entry(byte).or_default();
        }
        node.tags.push(tag);
    }

    /// All tags stored at exactly this word.
    pub fn tags(&self, word: &str) -> &[Tag] {
        let mut node = self;
        for byte in word.bytes() {
            match node.children.get(&byte) {
                Some(child) => node = child,
                None => return &[],
            }
        }
        &node.tags
    }
}

/// Stores each word of a list under the same tag.
pub fn load(tree: &mut WordTree, words: &[&str], tag: Tag) {
    for word in words {
        tree.insert(word, tag.clone());
    }
}
==== tests
fn tag(source: &str, weight: u32) -> Tag {
    Tag { source: source.to_string(), weight }
}

#[test]
fn each_word_has_the_tag() {
    let mut tree = WordTree::default();
    tree.insert("ab", tag("old", 1));
    load(&mut tree, &["ab", "abc", "b"], tag("list", 7));
    assert_eq!(tree.tags("ab"), &[tag("old", 1), tag("list", 7)]);
    assert_eq!(tree.tags("abc"), &[tag("list", 7)]);
    assert_eq!(tree.tags("b"), &[tag("list", 7)]);
}

#[test]
fn prefixes_have_none() {
    let mut tree = WordTree::default();
    load(&mut tree, &["abc"], tag("list", 7));
    assert!(tree.tags("ab").is_empty());
    assert!(tree.tags("x").is_empty());
}
