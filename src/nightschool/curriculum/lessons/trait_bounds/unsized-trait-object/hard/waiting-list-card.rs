---
code: E0277
edition: "2024"
---
//! The waiting list of a restaurant, served by arrival.

#[derive(Debug, Default)]
pub struct WaitingList {
    names: Vec<String>,
    cards: Vec<String>,
}

impl WaitingList {
    pub fn arrive(&mut self, name: &str) {
        self.names.push(name.to_string());
    }

    /// Writes a card with the next few names in alphabetical order. Nobody loses
    /// their turn by it. Tells how many names stand on the card.
    pub fn write_card(&mut self, most: usize) -> usize {
        let count = most.min(self.names.len());
        let mut card = self.names[..count];
        card.sort();
        let text = card.join(", ");
        self.cards.push(text);
        count
    }

    /// The guest whose turn it is leaves the list.
    pub fn seat(&mut self) -> Option<String> {
        if self.names.is_empty() {
            return None;
        }
        Some(self.names.remove(0))
    }

    pub fn cards(&self) -> &[String] {
        &self.cards
    }
}
==== fixed
//! The waiting list of a restaurant, served by arrival.

#[derive(Debug, Default)]
pub struct WaitingList {
    names: Vec<String>,
    cards: Vec<String>,
}

impl WaitingList {
    pub fn arrive(&mut self, name: &str) {
        self.names.push(name.to_string());
    }

    /// Writes a card with the next few names in alphabetical order. Nobody loses
    /// their turn by it. Tells how many names stand on the card.
    pub fn write_card(&mut self, most: usize) -> usize {
        let count = most.min(self.names.len());
        let mut card = self.names[..count].to_vec();
        card.sort();
        let text = card.join(", ");
        self.cards.push(text);
        count
    }

    /// The guest whose turn it is leaves the list.
    pub fn seat(&mut self) -> Option<String> {
        if self.names.is_empty() {
            return None;
        }
        Some(self.names.remove(0))
    }

    pub fn cards(&self) -> &[String] {
        &self.cards
    }
}
==== tests
fn list(names: &[&str]) -> WaitingList {
    let mut list = WaitingList::default();
    for name in names {
        list.arrive(name);
    }
    list
}

#[test]
fn the_card_is_sorted_and_the_turns_stay() {
    let mut list = list(&["wu", "ek", "ott", "abt"]);
    assert_eq!(list.write_card(3), 3);
    assert_eq!(list.cards(), ["ek, ott, wu"]);
    let seated: Vec<String> = std::iter::from_fn(|| list.seat()).collect();
    assert_eq!(seated, ["wu", "ek", "ott", "abt"]);
}

#[test]
fn short_lists() {
    let mut list = list(&["wu", "ek"]);
    assert_eq!(list.write_card(9), 2);
    assert_eq!(list.seat().as_deref(), Some("wu"));
    assert_eq!(list.write_card(0), 0);
    assert_eq!(list.cards(), ["ek, wu", ""]);
}
