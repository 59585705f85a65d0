---
code: E0502
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub title: String,
    pub genre: String,
    pub score: u32,
}

#[derive(Default)]
pub struct Shelf {
    items: Vec<Item>,
    likes: HashMap<String, u32>,
}

impl Shelf {
    pub fn add(&mut self, title: &str, genre: &str) {
        self.items.push(Item { title: title.into(), genre: genre.into(), score: 0 });
    }

    fn boost_genre(&mut self, genre: &str, by: u32) {
        for item in self.items.iter_mut().filter(|i| i.genre == genre) {
            item.score += by;
        }
        *self.likes.entry(genre.to_string()).or_default() += 1;
    }

    /// Every item of the liked title's genre gains two points.
    pub fn like(&mut self, title: &str) -> bool {
        let Some(item) = self.items.iter().find(|i| i.title == title) else {
            return false;
        };
        self.boost_genre(&item.genre, 2);
        true
    }

    /// Titles, best first; ties keep the order in which they were added.
    pub fn ranking(&self) -> Vec<&str> {
        let mut sorted: Vec<&Item> = self.items.iter().collect();
        sorted.sort_by_key(|i| std::cmp::Reverse(i.score));
        sorted.into_iter().map(|i| i.title.as_str()).collect()
    }

    pub fn likes(&self, genre: &str) -> u32 {
        self.likes.get(genre).copied().unwrap_or(0)
    }

    pub fn score(&self, title: &str) -> Option<u32> {
        self.items.iter().find(|i| i.title == title).map(|i| i.score)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub title: String,
    pub genre: String,
    pub score: u32,
}

#[derive(Default)]
pub struct Shelf {
    items: Vec<Item>,
    likes: HashMap<String, u32>,
}

impl Shelf {
    pub fn add(&mut self, title: &str, genre: &str) {
        self.items.push(Item { title: title.into(), genre: genre.into(), score: 0 });
    }

    fn boost_genre(&mut self, genre: &str, by: u32) {
        for item in self.items.iter_mut().filter(|i| i.genre == genre) {
            item.score += by;
        }
        *self.likes.entry(genre.to_string()).or_default() += 1;
    }

    /// Every item of the liked title's genre gains two points.
    pub fn like(&mut self, title: &str) -> bool {
        let Some(item) = self.items.iter().find(|i| i.title == title) else {
            return false;
        };
        let genre = item.genre.clone();
        self.boost_genre(&genre, 2);
        true
    }

    /// Titles, best first; ties keep the order in which they were added.
    pub fn ranking(&self) -> Vec<&str> {
        let mut sorted: Vec<&Item> = self.items.iter().collect();
        sorted.sort_by_key(|i| std::cmp::Reverse(i.score));
        sorted.into_iter().map(|i| i.title.as_str()).collect()
    }

    pub fn likes(&self, genre: &str) -> u32 {
        self.likes.get(genre).copied().unwrap_or(0)
    }

    pub fn score(&self, title: &str) -> Option<u32> {
        self.items.iter().find(|i| i.title == title).map(|i| i.score)
    }
}
==== tests
fn shelf() -> Shelf {
    let mut s = Shelf::default();
    s.add("Dune", "sf");
    s.add("Emma", "classic");
    s.add("Solaris", "sf");
    s
}

#[test]
fn the_genre_rises() {
    let mut s = shelf();
    assert!(s.like("Emma"));
    assert_eq!(s.ranking(), ["Emma", "Dune", "Solaris"]);
    assert!(s.like("Solaris"));
    assert!(s.like("Dune"));
    assert_eq!(s.ranking(), ["Dune", "Solaris", "Emma"]);
    assert_eq!((s.score("Dune"), s.score("Emma")), (Some(4), Some(2)));
    assert_eq!((s.likes("sf"), s.likes("classic")), (2, 1));
}

#[test]
fn unknown_title() {
    let mut s = shelf();
    assert!(!s.like("Ulysses"));
    assert_eq!(s.likes("sf"), 0);
}
