---
code: E0053
---
//! Cards of a trick-taking game, ordered by what takes the trick.

use std::cmp::Ordering;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub suit: char,
    pub rank: u8,
    pub trump: bool,
}

impl Ord for Card {
    /// Trumps stand above all else, then the rank counts, then the suit.
    fn cmp(&self, other: Self) -> Ordering {
        self.trump
            .cmp(&other.trump)
            .then(self.rank.cmp(&other.rank))
            .then(self.suit.cmp(&other.suit))
    }
}

impl PartialOrd for Card {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The number of the player whose card takes the trick.
pub fn taker(trick: &[Card]) -> Option<usize> {
    let best = trick.iter().max()?;
    trick.iter().position(|card| card == best)
}
==== fixed
//! Cards of a trick-taking game, ordered by what takes the trick.

use std::cmp::Ordering;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub suit: char,
    pub rank: u8,
    pub trump: bool,
}

impl Ord for Card {
    /// Trumps stand above all else, then the rank counts, then the suit.
    fn cmp(&self, other: &Self) -> Ordering {
        self.trump
            .cmp(&other.trump)
            .then(self.rank.cmp(&other.rank))
            .then(self.suit.cmp(&other.suit))
    }
}

impl PartialOrd for Card {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The number of the player whose card takes the trick.
pub fn taker(trick: &[Card]) -> Option<usize> {
    let best = trick.iter().max()?;
    trick.iter().position(|card| card == best)
}
==== tests
fn card(suit: char, rank: u8, trump: bool) -> Card {
    Card { suit, rank, trump }
}

#[test]
fn a_small_trump_takes_the_trick() {
    let trick = [card('h', 14, false), card('s', 2, true), card('c', 9, false)];
    assert_eq!(taker(&trick), Some(1));
    assert_eq!(taker(&[]), None);
}

#[test]
fn a_hand_sorts_upwards() {
    let mut hand = vec![card('s', 3, true), card('h', 7, false), card('c', 7, false)];
    hand.sort();
    let suits: String = hand.iter().map(|card| card.suit).collect();
    assert_eq!(suits, "chs");
}
