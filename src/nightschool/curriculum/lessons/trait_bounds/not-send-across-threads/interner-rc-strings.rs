---
code: E0277
---
use std::collections::HashSet;
use std::rc::Rc;
use std::thread;

/// Keeps one copy of each word.
#[derive(Default)]
pub struct Words {
    known: HashSet<Rc<str>>,
}

impl Words {
    pub fn intern(&mut self, word: &str) -> Rc<str> {
        if let Some(known) = self.known.get(word) {
            return known.clone();
        }
        let fresh: Rc<str> = Rc::from(word);
        self.known.insert(fresh.clone());
        fresh
    }

    pub fn len(&self) -> usize {
        self.known.len()
    }
}

/// The length of the longest word of each text; the texts are searched side by side.
pub fn longest_words(words: &mut Words, texts: &[&str]) -> Vec<usize> {
    let mut searches = Vec::new();
    for text in texts {
        let list: Vec<_> = text.split_whitespace().map(|word| words.intern(word)).collect();
        searches.push(thread::spawn(move || {
            list.iter().map(|word| word.chars().count()).max().unwrap_or(0)
        }));
    }
    searches.into_iter().map(|search| search.join().unwrap()).collect()
}
==== fixed
use std::collections::HashSet;
use std::sync::Arc;
use std::thread;

/// Keeps one copy of each word.
#[derive(Default)]
pub struct Words {
    known: HashSet<Arc<str>>,
}

impl Words {
    pub fn intern(&mut self, word: &str) -> Arc<str> {
        if let Some(known) = self.known.get(word) {
            return known.clone();
        }
        let fresh: Arc<str> = Arc::from(word);
        self.known.insert(fresh.clone());
        fresh
    }

    pub fn len(&self) -> usize {
        self.known.len()
    }
}

/// The length of the longest word of each text; the texts are searched side by side.
pub fn longest_words(words: &mut Words, texts: &[&str]) -> Vec<usize> {
    let mut searches = Vec::new();
    for text in texts {
        let list: Vec<_> = text.split_whitespace().map(|word| words.intern(word)).collect();
        searches.push(thread::spawn(move || {
            list.iter().map(|word| word.chars().count()).max().unwrap_or(0)
        }));
    }
    searches.into_iter().map(|search| search.join().unwrap()).collect()
}
==== tests
#[test]
fn one_result_per_text_in_order() {
    let mut words = Words::default();
    let found = longest_words(&mut words, &["the quick fox", "", "zwölf the"]);
    assert_eq!(found, vec![5, 0, 5]);
}

#[test]
fn words_are_interned() {
    let mut words = Words::default();
    longest_words(&mut words, &["a b a", "b c"]);
    assert_eq!(words.len(), 3);
    assert_eq!(&*words.intern("a"), "a");
    assert_eq!(words.len(), 3);
}
