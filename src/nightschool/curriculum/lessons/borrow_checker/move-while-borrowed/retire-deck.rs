---
code: E0505
---
#[derive(Debug, PartialEq)]
pub struct Deck {
    pub cards: Vec<String>,
}

/// Decks that are no longer played with, for the archive's list.
#[derive(Debug, Default)]
pub struct Archive {
    pub decks: Vec<Deck>,
    pub labels: Vec<String>,
}

impl Deck {
    /// The card that would be dealt last.
    pub fn bottom(&self) -> Option<&String> {
        self.cards.first()
    }
}

/// Moves a deck to the archive and labels it with its bottom card and size,
/// such as `Joker/54`. An empty deck is labelled `none/0`.
pub fn retire(archive: &mut Archive, deck: Deck) {
    let size = deck.cards.len();
    let bottom = deck.bottom().map_or("none", |card| card.as_str());
    archive.decks.push(deck);
    archive.labels.push(format!("{bottom}/{size}"));
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Deck {
    pub cards: Vec<String>,
}

/// Decks that are no longer played with, for the archive's list.
#[derive(Debug, Default)]
pub struct Archive {
    pub decks: Vec<Deck>,
    pub labels: Vec<String>,
}

impl Deck {
    /// The card that would be dealt last.
    pub fn bottom(&self) -> Option<&String> {
        self.cards.first()
    }
}

/// Moves a deck to the archive and labels it with its bottom card and size,
/// such as `Joker/54`. An empty deck is labelled `none/0`.
pub fn retire(archive: &mut Archive, deck: Deck) {
    let size = deck.cards.len();
    let bottom = deck.bottom().map_or("none", |card| card.as_str());
    archive.labels.push(format!("{bottom}/{size}"));
    archive.decks.push(deck);
}
==== tests
#[test]
fn labelled() {
    let mut a = Archive::default();
    retire(&mut a, Deck { cards: vec!["Joker".into(), "Ace".into()] });
    retire(&mut a, Deck { cards: vec![] });
    assert_eq!(a.labels, ["Joker/2", "none/0"]);
    assert_eq!(a.decks.len(), 2);
    assert_eq!(a.decks[0].cards, ["Joker", "Ace"]);
}
#[test]
fn bottom_is_first() {
    let d = Deck { cards: vec!["2".into(), "3".into()] };
    assert_eq!(d.bottom().unwrap(), "2");
}
