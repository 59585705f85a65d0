---
code: E0277
---
//! An index of a library's shelves by whatever key is asked for.

use std::collections::HashMap;
use std::hash::Hash;

/// Counts how often each key occurs.
fn tally<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> HashMap<K, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_insert(0) += 1;
    }
    counts
}

pub struct Shelf<B> {
    books: Vec<B>,
}

impl<B> Shelf<B> {
    pub fn of(books: Vec<B>) -> Self {
        Shelf { books }
    }

    /// The keys that at least `limit` books share, in no particular order.
    pub fn crowded<K>(&self, limit: usize, key: impl Fn(&B) -> K) -> Vec<K> {
        let counts = tally(self.books.iter().map(key));
        counts.into_iter().filter(|(_, count)| *count >= limit).map(|(key, _)| key).collect()
    }
}
==== fixed
//! An index of a library's shelves by whatever key is asked for.

use std::collections::HashMap;
use std::hash::Hash;

/// Counts how often each key occurs.
fn tally<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> HashMap<K, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_insert(0) += 1;
    }
    counts
}

pub struct Shelf<B> {
    books: Vec<B>,
}

impl<B> Shelf<B> {
    pub fn of(books: Vec<B>) -> Self {
        Shelf { books }
    }

    /// The keys that at least `limit` books share, in no particular order.
    pub fn crowded<K: Eq + Hash>(&self, limit: usize, key: impl Fn(&B) -> K) -> Vec<K> {
        let counts = tally(self.books.iter().map(key));
        counts.into_iter().filter(|(_, count)| *count >= limit).map(|(key, _)| key).collect()
    }
}
==== tests
/// Told apart and hashed; there is no order among genres and no copy.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Genre {
    Crime,
    Poetry,
}

struct Book {
    genre: &'static str,
    weight: f32,
}

fn shelf() -> Shelf<Book> {
    let book = |genre, weight| Book { genre, weight };
    Shelf::of(vec![book("crime", 0.4), book("poetry", 0.1), book("crime", 0.6)])
}

#[test]
fn finds_what_many_books_share() {
    let genre = |book: &Book| if book.genre == "crime" { Genre::Crime } else { Genre::Poetry };
    assert_eq!(shelf().crowded(2, genre), [Genre::Crime]);
    assert_eq!(shelf().crowded(1, genre).len(), 2);
}

#[test]
fn any_key_will_do() {
    let heavy = |book: &Book| book.weight > 0.3;
    assert_eq!(shelf().crowded(2, heavy), [true]);
    assert_eq!(shelf().crowded(3, |_| ()), [()]);
    assert!(shelf().crowded(4, |_| ()).is_empty());
}
