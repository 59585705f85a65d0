---
code: E0106
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    Red,
    Blue,
    Wild,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub colour: Colour,
    pub number: u8,
}

/// A hand seen against the card on the table; it owns neither.
pub struct HandView {
    pub hand: &[Card],
    pub table: &Card,
}

impl HandView {
    fn fits(&self, card: &Card) -> bool {
        card.colour == Colour::Wild
            || card.colour == self.table.colour
            || card.number == self.table.number
    }

    /// The cards that may be played, in the order of the hand.
    pub fn playable(&self) -> Vec<&Card> {
        self.hand.iter().filter(|card| self.fits(card)).collect()
    }
}

pub fn first_playable<'a>(hand: &'a [Card], table: &'a Card) -> Option<&'a Card> {
    let view = HandView { hand, table };
    view.playable().first().copied()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    Red,
    Blue,
    Wild,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub colour: Colour,
    pub number: u8,
}

/// A hand seen against the card on the table; it owns neither.
pub struct HandView<'t> {
    pub hand: &'t [Card],
    pub table: &'t Card,
}

impl<'t> HandView<'t> {
    fn fits(&self, card: &Card) -> bool {
        card.colour == Colour::Wild
            || card.colour == self.table.colour
            || card.number == self.table.number
    }

    /// The cards that may be played, in the order of the hand.
    pub fn playable(&self) -> Vec<&'t Card> {
        self.hand.iter().filter(|card| self.fits(card)).collect()
    }
}

pub fn first_playable<'a>(hand: &'a [Card], table: &'a Card) -> Option<&'a Card> {
    let view = HandView { hand, table };
    view.playable().first().copied()
}
==== tests
fn c(colour: Colour, number: u8) -> Card {
    Card { colour, number }
}
#[test]
fn plays() {
    let hand = [c(Colour::Red, 3), c(Colour::Blue, 7), c(Colour::Wild, 0), c(Colour::Blue, 1)];
    let table = c(Colour::Blue, 3);
    assert_eq!(first_playable(&hand[1..], &table), Some(&hand[1]));
    let view = HandView { hand: &hand, table: &table };
    assert_eq!(view.playable().len(), 4);
}
#[test]
fn stuck() {
    let hand = [c(Colour::Red, 3)];
    assert_eq!(first_playable(&hand, &c(Colour::Blue, 4)), None);
}
