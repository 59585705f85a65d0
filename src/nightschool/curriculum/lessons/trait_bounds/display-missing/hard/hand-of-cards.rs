---
code: E0277
---
//! Cards as they are written down by a bridge club.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suit {
    Clubs,
    Diamonds,
    Hearts,
    Spades,
}

impl Suit {
    /// The sign that stands before the rank.
    pub fn sign(self) -> char {
        match self {
            Suit::Clubs => '♣',
            Suit::Diamonds => '♦',
            Suit::Hearts => '♥',
            Suit::Spades => '♠',
        }
    }
}

/// Ranks go from 2 to 14, the ace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    pub suit: Suit,
    pub rank: u8,
}

fn letter(rank: u8) -> String {
    match rank {
        11 => "J".to_string(),
        12 => "Q".to_string(),
        13 => "K".to_string(),
        14 => "A".to_string(),
        number => number.to_string(),
    }
}

/// A hand as on the score sheet: `♠A ♥10`, the cards in the order given.
pub fn score_sheet(hand: &[Card]) -> String {
    let cards: Vec<String> = hand.iter().map(|card| format!("{}{}", card.suit, letter(card.rank))).collect();
    cards.join(" ")
}
==== fixed
//! Cards as they are written down by a bridge club.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suit {
    Clubs,
    Diamonds,
    Hearts,
    Spades,
}

impl Suit {
    /// The sign that stands before the rank.
    pub fn sign(self) -> char {
        match self {
            Suit::Clubs => '♣',
            Suit::Diamonds => '♦',
            Suit::Hearts => '♥',
            Suit::Spades => '♠',
        }
    }
}

/// Ranks go from 2 to 14, the ace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    pub suit: Suit,
    pub rank: u8,
}

fn letter(rank: u8) -> String {
    match rank {
        11 => "J".to_string(),
        12 => "Q".to_string(),
        13 => "K".to_string(),
        14 => "A".to_string(),
        number => number.to_string(),
    }
}

/// A hand as on the score sheet: `♠A ♥10`, the cards in the order given.
pub fn score_sheet(hand: &[Card]) -> String {
    let cards: Vec<String> = hand.iter().map(|card| format!("{}{}", card.suit.sign(), letter(card.rank))).collect();
    cards.join(" ")
}
==== tests
#[test]
fn writes_signs_and_letters() {
    let hand = [
        Card { suit: Suit::Spades, rank: 14 },
        Card { suit: Suit::Hearts, rank: 10 },
        Card { suit: Suit::Clubs, rank: 11 },
    ];
    assert_eq!(score_sheet(&hand), "♠A ♥10 ♣J");
}

#[test]
fn an_empty_hand_is_blank() {
    assert_eq!(score_sheet(&[]), "");
    assert_eq!(score_sheet(&[Card { suit: Suit::Diamonds, rank: 13 }]), "♦K");
}
