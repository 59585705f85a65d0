---
code: E0382
---
//! A card table: everyone bets into the same pot.

use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Pot {
    pub chips: u32,
    pub bets: Vec<String>,
}

pub type SharedPot = Rc<RefCell<Pot>>;

#[derive(Debug)]
pub struct Player {
    pub name: String,
    pub stack: u32,
    pot: SharedPot,
}

impl Player {
    pub fn new(name: &str, stack: u32, pot: SharedPot) -> Self {
        Player { name: name.to_string(), stack, pot }
    }

    /// Bets at most what the player has left; tells how many chips went into the pot.
    pub fn bet(&mut self, chips: u32) -> u32 {
        let chips = chips.min(self.stack);
        self.stack -= chips;
        let mut pot = self.pot.borrow_mut();
        pot.chips += chips;
        pot.bets.push(self.name.clone());
        chips
    }
}

/// Opens a duel: the challenger pays the ante at once, the rival when the cards are dealt.
pub fn duel(challenger: &str, rival: &str, ante: u32) -> (Player, Player, SharedPot) {
    let pot = SharedPot::default();
    let mut first = Player::new(challenger, 100, pot);
    first.bet(ante);
    let second = Player::new(rival, 100, pot);
    (first, second, pot)
}
==== fixed
//! A card table: everyone bets into the same pot.

use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Pot {
    pub chips: u32,
    pub bets: Vec<String>,
}

pub type SharedPot = Rc<RefCell<Pot>>;

#[derive(Debug)]
pub struct Player {
    pub name: String,
    pub stack: u32,
    pot: SharedPot,
}

impl Player {
    pub fn new(name: &str, stack: u32, pot: SharedPot) -> Self {
        Player { name: name.to_string(), stack, pot }
    }

    /// Bets at most what the player has left; tells how many chips went into the pot.
    pub fn bet(&mut self, chips: u32) -> u32 {
        let chips = chips.min(self.stack);
        self.stack -= chips;
        let mut pot = self.pot.borrow_mut();
        pot.chips += chips;
        pot.bets.push(self.name.clone());
        chips
    }
}

/// Opens a duel: the challenger pays the ante at once, the rival when the cards are dealt.
pub fn duel(challenger: &str, rival: &str, ante: u32) -> (Player, Player, SharedPot) {
    let pot = SharedPot::default();
    let mut first = Player::new(challenger, 100, Rc::clone(&pot));
    first.bet(ante);
    let second = Player::new(rival, 100, Rc::clone(&pot));
    (first, second, pot)
}
==== tests
#[test]
fn both_bet_into_the_same_pot() {
    let (mut ann, mut ben, pot) = duel("Ann", "Ben", 5);
    assert_eq!(pot.borrow().chips, 5);
    assert_eq!(ben.bet(20), 20);
    assert_eq!(ann.bet(200), 95);
    assert_eq!(pot.borrow().chips, 120);
    assert_eq!(pot.borrow().bets, ["Ann", "Ben", "Ann"]);
}

#[test]
fn the_ante_is_paid_by_the_challenger_alone() {
    let (ann, ben, pot) = duel("Ann", "Ben", 30);
    assert_eq!((ann.stack, ben.stack), (70, 100));
    assert_eq!((ann.name.as_str(), ben.name.as_str()), ("Ann", "Ben"));
    assert_eq!(*pot.borrow(), Pot { chips: 30, bets: vec!["Ann".to_string()] });
}
