---
code: E0382
---
/// Cards are dealt from the top, which is the end of the vector.
#[derive(Debug, PartialEq)]
pub struct Deck {
    pub cards: Vec<u8>,
}

impl Deck {
    /// A deck of `n` cards with card `n` on top.
    pub fn numbered(n: u8) -> Self {
        Deck { cards: (1..=n).collect() }
    }
}

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Player {
    pub hand: Vec<u8>,
}

fn deal_one(mut deck: Deck, player: &mut Player) -> bool {
    match deck.cards.pop() {
        Some(card) => {
            player.hand.push(card);
            true
        }
        None => false,
    }
}

/// Deals `rounds` rounds, one card to each player in turn, and returns what
/// is left of the deck for the stock. Dealing ends early with the last card.
pub fn deal(deck: Deck, players: &mut [Player], rounds: usize) -> Deck {
    for _ in 0..rounds {
        for player in players.iter_mut() {
            if !deal_one(deck, player) {
                return deck;
            }
        }
    }
    deck
}
==== fixed
/// Cards are dealt from the top, which is the end of the vector.
#[derive(Debug, PartialEq)]
pub struct Deck {
    pub cards: Vec<u8>,
}

impl Deck {
    /// A deck of `n` cards with card `n` on top.
    pub fn numbered(n: u8) -> Self {
        Deck { cards: (1..=n).collect() }
    }
}

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Player {
    pub hand: Vec<u8>,
}

fn deal_one(deck: &mut Deck, player: &mut Player) -> bool {
    match deck.cards.pop() {
        Some(card) => {
            player.hand.push(card);
            true
        }
        None => false,
    }
}

/// Deals `rounds` rounds, one card to each player in turn, and returns what
/// is left of the deck for the stock. Dealing ends early with the last card.
pub fn deal(mut deck: Deck, players: &mut [Player], rounds: usize) -> Deck {
    for _ in 0..rounds {
        for player in players.iter_mut() {
            if !deal_one(&mut deck, player) {
                return deck;
            }
        }
    }
    deck
}
==== tests
#[test]
fn in_turn() {
    let mut p = vec![Player::default(); 2];
    let rest = deal(Deck::numbered(6), &mut p, 2);
    assert_eq!(p[0].hand, [6, 4]);
    assert_eq!(p[1].hand, [5, 3]);
    assert_eq!(rest.cards, [1, 2]);
}
#[test]
fn runs_out() {
    let mut p = vec![Player::default(); 2];
    let rest = deal(Deck::numbered(3), &mut p, 9);
    assert_eq!((p[0].hand.len(), p[1].hand.len()), (2, 1));
    assert!(rest.cards.is_empty());
}
