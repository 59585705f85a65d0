---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum ShelfError {
    Unreadable(String),
}

pub struct Reservations {
    by_title: HashMap<String, Vec<String>>,
}

/// Reader numbers look like `R-120`.
fn reader_number(card: &str) -> Result<u32, ShelfError> {
    card.strip_prefix("R-")
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| ShelfError::Unreadable(card.to_string()))
}

impl Reservations {
    pub fn new() -> Self {
        Reservations { by_title: HashMap::new() }
    }

    pub fn reserve(&mut self, title: &str, card: &str) {
        self.by_title
            .entry(title.to_string())
            .or_default()
            .push(card.to_string());
    }

    /// The number of the reader who is first in line. Nobody in line, or a card that cannot
    /// be read, means that the book goes back to the shelf: `None`.
    pub fn next_reader(&self, title: &str) -> Option<u32> {
        let queue = self.by_title.get(title)?;
        let card = queue.first()?;
        let number = reader_number(card)?;
        Some(number)
    }

    pub fn faulty_cards(&self, title: &str) -> Vec<ShelfError> {
        let queue = self.by_title.get(title).map(Vec::as_slice).unwrap_or(&[]);
        queue.iter().filter_map(|card| reader_number(card).err()).collect()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum ShelfError {
    Unreadable(String),
}

pub struct Reservations {
    by_title: HashMap<String, Vec<String>>,
}

/// Reader numbers look like `R-120`.
fn reader_number(card: &str) -> Result<u32, ShelfError> {
    card.strip_prefix("R-")
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| ShelfError::Unreadable(card.to_string()))
}

impl Reservations {
    pub fn new() -> Self {
        Reservations { by_title: HashMap::new() }
    }

    pub fn reserve(&mut self, title: &str, card: &str) {
        self.by_title
            .entry(title.to_string())
            .or_default()
            .push(card.to_string());
    }

    /// The number of the reader who is first in line. Nobody in line, or a card that cannot
    /// be read, means that the book goes back to the shelf: `None`.
    pub fn next_reader(&self, title: &str) -> Option<u32> {
        let queue = self.by_title.get(title)?;
        let card = queue.first()?;
        let number = reader_number(card).ok()?;
        Some(number)
    }

    pub fn faulty_cards(&self, title: &str) -> Vec<ShelfError> {
        let queue = self.by_title.get(title).map(Vec::as_slice).unwrap_or(&[]);
        queue.iter().filter_map(|card| reader_number(card).err()).collect()
    }
}
==== tests
fn res() -> Reservations {
    let mut r = Reservations::new();
    r.reserve("Emma", "R-120");
    r.reserve("Emma", "R-7");
    r.reserve("Dune", "120");
    r.reserve("Dune", "R-5");
    r
}

#[test]
fn first_in_line() {
    assert_eq!(res().next_reader("Emma"), Some(120));
}

#[test]
fn back_to_the_shelf() {
    assert_eq!(res().next_reader("Dune"), None);
    assert_eq!(res().next_reader("Kim"), None);
    assert_eq!(res().faulty_cards("Dune"), vec![ShelfError::Unreadable("120".into())]);
}
