---
code: E0599
---
use std::collections::HashMap;
use std::hash::Hash;

/// An inverted index from words to the documents they stand in.
pub struct Index<D> {
    postings: HashMap<String, Vec<D>>,
}

impl<D: PartialEq + Clone> Index<D> {
    pub fn new() -> Self {
        Index { postings: HashMap::new() }
    }

    pub fn insert(&mut self, doc: D, text: &str) {
        for word in text.split_whitespace() {
            let list = self.postings.entry(word.to_lowercase()).or_default();
            if !list.contains(&doc) {
                list.push(doc.clone());
            }
        }
    }

    /// The documents that hold every given word, smallest id first.
    pub fn all_of(&self, words: &[&str]) -> Vec<D> {
        let mut lists = words.iter().map(|w| self.postings.get(*w).cloned().unwrap_or_default());
        let Some(mut hits) = lists.next() else {
            return Vec::new();
        };
        for other in lists {
            hits.retain(|d| other.contains(d));
        }
        hits.sort_by(|a, b| a.cmp(b));
        hits
    }
}

/// How many documents each word of the query is found in.
pub fn frequencies<D: Hash>(index: &Index<D>, words: &[&str]) -> Vec<usize> {
    words.iter().map(|w| index.postings.get(*w).map_or(0, Vec::len)).collect()
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// An inverted index from words to the documents they stand in.
pub struct Index<D> {
    postings: HashMap<String, Vec<D>>,
}

impl<D: PartialEq + Clone + Ord> Index<D> {
    pub fn new() -> Self {
        Index { postings: HashMap::new() }
    }

    pub fn insert(&mut self, doc: D, text: &str) {
        for word in text.split_whitespace() {
            let list = self.postings.entry(word.to_lowercase()).or_default();
            if !list.contains(&doc) {
                list.push(doc.clone());
            }
        }
    }

    /// The documents that hold every given word, smallest id first.
    pub fn all_of(&self, words: &[&str]) -> Vec<D> {
        let mut lists = words.iter().map(|w| self.postings.get(*w).cloned().unwrap_or_default());
        let Some(mut hits) = lists.next() else {
            return Vec::new();
        };
        for other in lists {
            hits.retain(|d| other.contains(d));
        }
        hits.sort_by(|a, b| a.cmp(b));
        hits
    }
}

/// How many documents each word of the query is found in.
pub fn frequencies<D: Hash>(index: &Index<D>, words: &[&str]) -> Vec<usize> {
    words.iter().map(|w| index.postings.get(*w).map_or(0, Vec::len)).collect()
}
==== tests
#[test]
fn all_words_must_match_in_id_order() {
    let mut index = Index::new();
    index.insert(9u32, "red fox");
    index.insert(2, "Red red fox");
    index.insert(5, "red hen");
    assert_eq!(index.all_of(&["red", "fox"]), [2, 9]);
    assert_eq!(index.all_of(&["red"]), [2, 5, 9]);
    assert!(index.all_of(&["red", "cow"]).is_empty());
}

#[test]
fn frequencies_count_documents() {
    let mut index = Index::new();
    index.insert("b", "x x y");
    index.insert("a", "x");
    assert_eq!(frequencies(&index, &["x", "y", "z"]), [2, 1, 0]);
    assert_eq!(index.all_of(&["x"]), ["a", "b"]);
}
