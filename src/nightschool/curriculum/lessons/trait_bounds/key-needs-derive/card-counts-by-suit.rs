---
code: E0277
---
use std::collections::BTreeMap;

/// Suits in bridge order, lowest first.
#[derive(Debug, Clone, Copy)]
pub enum Suit {
    Clubs,
    Diamonds,
    Hearts,
    Spades,
}

#[derive(Debug, Clone, Copy)]
pub struct Card {
    pub suit: Suit,
    pub pips: u8,
}

/// How many cards of each suit a hand holds, in bridge order.
pub fn distribution(hand: &[Card]) -> Vec<(Suit, usize)> {
    let mut counts = BTreeMap::new();
    for card in hand {
        *counts.entry(card.suit).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// High-card points: ace 4, king 3, queen 2, jack 1.
pub fn points(hand: &[Card]) -> u8 {
    hand.iter()
        .map(|card| match card.pips {
            14 => 4,
            11..=13 => card.pips - 10,
            _ => 0,
        })
        .sum()
}
==== fixed
use std::collections::BTreeMap;

/// Suits in bridge order, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Suit {
    Clubs,
    Diamonds,
    Hearts,
    Spades,
}

#[derive(Debug, Clone, Copy)]
pub struct Card {
    pub suit: Suit,
    pub pips: u8,
}

/// How many cards of each suit a hand holds, in bridge order.
pub fn distribution(hand: &[Card]) -> Vec<(Suit, usize)> {
    let mut counts = BTreeMap::new();
    for card in hand {
        *counts.entry(card.suit).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// High-card points: ace 4, king 3, queen 2, jack 1.
pub fn points(hand: &[Card]) -> u8 {
    hand.iter()
        .map(|card| match card.pips {
            14 => 4,
            11..=13 => card.pips - 10,
            _ => 0,
        })
        .sum()
}
==== tests
fn c(suit: Suit, pips: u8) -> Card {
    Card { suit, pips }
}
#[test]
fn counted_in_bridge_order() {
    let hand = [c(Suit::Spades, 14), c(Suit::Clubs, 2), c(Suit::Spades, 3), c(Suit::Hearts, 9)];
    let d = distribution(&hand);
    let text: Vec<String> = d.iter().map(|(s, n)| format!("{s:?}{n}")).collect();
    assert_eq!(text, ["Clubs1", "Hearts1", "Spades2"]);
}
#[test]
fn high_cards() {
    let hand = [c(Suit::Spades, 14), c(Suit::Clubs, 13), c(Suit::Diamonds, 11), c(Suit::Hearts, 9)];
    assert_eq!(points(&hand), 8);
}
