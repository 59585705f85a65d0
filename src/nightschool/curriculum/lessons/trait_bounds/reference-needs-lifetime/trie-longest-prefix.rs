---
code: E0106
---
use std::collections::BTreeMap;

/// A prefix tree from words to values.
#[derive(Default)]
pub struct Trie<V> {
    children: BTreeMap<char, Trie<V>>,
    value: Option<V>,
}

impl<V> Trie<V> {
    pub fn new() -> Self {
        Trie {
            children: BTreeMap::new(),
            value: None,
        }
    }

    pub fn insert(&mut self, word: &str, value: V) {
        let mut node = self;
        for c in word.chars() {
            node = node.children.entry(c).or_insert_with(Trie::new);
        }
        node.value = Some(value);
    }
}

/// Splits `text` behind the longest stored word it starts with; the first part is empty when none fits.
pub fn split_longest<V>(trie: &Trie<V>, text: &str) -> (&str, &str) {
    let mut node = trie;
    let mut cut = 0;
    for (at, c) in text.char_indices() {
        match node.children.get(&c) {
            Some(next) => node = next,
            None => break,
        }
        if node.value.is_some() {
            cut = at + c.len_utf8();
        }
    }
    text.split_at(cut)
}
==== fixed
use std::collections::BTreeMap;

/// A prefix tree from words to values.
#[derive(Default)]
pub struct Trie<V> {
    children: BTreeMap<char, Trie<V>>,
    value: Option<V>,
}

impl<V> Trie<V> {
    pub fn new() -> Self {
        Trie {
            children: BTreeMap::new(),
            value: None,
        }
    }

    pub fn insert(&mut self, word: &str, value: V) {
        let mut node = self;
        for c in word.chars() {
            node = node.children.entry(c).or_insert_with(Trie::new);
        }
        node.value = Some(value);
    }
}

/// Splits `text` behind the longest stored word it starts with; the first part is empty when none fits.
pub fn split_longest<'t, V>(trie: &Trie<V>, text: &'t str) -> (&'t str, &'t str) {
    let mut node = trie;
    let mut cut = 0;
    for (at, c) in text.char_indices() {
        match node.children.get(&c) {
            Some(next) => node = next,
            None => break,
        }
        if node.value.is_some() {
            cut = at + c.len_utf8();
        }
    }
    text.split_at(cut)
}
==== tests
#[test]
fn takes_the_longest_word() {
    let mut trie = Trie::new();
    trie.insert("in", 1);
    trie.insert("intern", 2);
    assert_eq!(split_longest(&trie, "internal"), ("intern", "al"));
    assert_eq!(split_longest(&trie, "inter"), ("in", "ter"));
}

#[test]
fn parts_outlive_the_trie() {
    let text = String::from("über");
    let (head, tail) = {
        let mut trie = Trie::new();
        trie.insert("ü", ());
        split_longest(&trie, &text)
    };
    assert_eq!((head, tail), ("ü", "ber"));
    assert_eq!(split_longest(&Trie::<u8>::new(), "abc"), ("", "abc"));
}
