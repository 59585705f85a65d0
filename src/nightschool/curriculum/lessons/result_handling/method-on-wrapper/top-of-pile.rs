---
code: E0599
---
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub suit: char,
    pub rank: u8,
}

impl Card {
    pub fn is_red(&self) -> bool {
        matches!(self.suit, 'H' | 'D')
    }

    pub fn label(&self) -> String {
        format!("{}{}", self.rank, self.suit)
    }
}

/// A column of a patience game.
#[derive(Default)]
pub struct Column {
    cards: Vec<Card>,
}

impl Column {
    pub fn push(&mut self, card: Card) {
        self.cards.push(card);
    }

    /// A card goes onto one of the other colour that is one higher; an empty
    /// column accepts a king (13) only.
    pub fn accepts(&self, card: &Card) -> bool {
        match self.cards.last() {
            Some(top) => top.is_red() != card.is_red() && top.rank == card.rank + 1,
            None => card.rank == 13,
        }
    }

    /// The label of the open card, or nothing for an empty column.
    pub fn open_label(&self) -> Option<String> {
        self.cards.last().label()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub suit: char,
    pub rank: u8,
}

impl Card {
    pub fn is_red(&self) -> bool {
        matches!(self.suit, 'H' | 'D')
    }

    pub fn label(&self) -> String {
        format!("{}{}", self.rank, self.suit)
    }
}

/// A column of a patience game.
#[derive(Default)]
pub struct Column {
    cards: Vec<Card>,
}

impl Column {
    pub fn push(&mut self, card: Card) {
        self.cards.push(card);
    }

    /// A card goes onto one of the other colour that is one higher; an empty
    /// column accepts a king (13) only.
    pub fn accepts(&self, card: &Card) -> bool {
        match self.cards.last() {
            Some(top) => top.is_red() != card.is_red() && top.rank == card.rank + 1,
            None => card.rank == 13,
        }
    }

    /// The label of the open card, or nothing for an empty column.
    pub fn open_label(&self) -> Option<String> {
        self.cards.last().map(|card| card.label())
    }
}
==== tests
#[test]
fn labels() {
    let mut c = Column::default();
    assert_eq!(c.open_label(), None);
    c.push(Card { suit: 'H', rank: 13 });
    c.push(Card { suit: 'S', rank: 12 });
    assert_eq!(c.open_label(), Some("12S".to_string()));
}
#[test]
fn accepting() {
    let mut c = Column::default();
    let queen = Card { suit: 'S', rank: 12 };
    assert!(!c.accepts(&queen));
    c.push(Card { suit: 'D', rank: 13 });
    assert!(c.accepts(&queen));
}
