---
code: E0499
---
//! Savings pots of a household.

#[derive(Debug, Clone, PartialEq)]
pub struct Pot {
    pub label: String,
    pub cents: u64,
    pub moves: Vec<i64>,
}

#[derive(Debug, PartialEq)]
pub enum Refusal {
    SamePot,
    Short { missing: u64 },
}

pub struct Household {
    pub pots: Vec<Pot>,
}

impl Household {
    pub fn new(pots: &[(&str, u64)]) -> Self {
        let pots = pots
            .iter()
            .map(|(label, cents)| Pot { label: label.to_string(), cents: *cents, moves: Vec::new() })
            .collect();
        Household { pots }
    }

    /// Moves money between two pots; both note the amount, the giver as a negative one.
    /// A refused transfer leaves no trace.
    pub fn transfer(&mut self, from: usize, to: usize, cents: u64) -> Result<(), Refusal> {
        if from == to {
            return Err(Refusal::SamePot);
        }
        let giver = &mut self.pots[from];
        let taker = &mut self.pots[to];
        if giver.cents < cents {
            return Err(Refusal::Short { missing: cents - giver.cents });
        }
        giver.cents -= cents;
        giver.moves.push(-(cents as i64));
        taker.cents += cents;
        taker.moves.push(cents as i64);
        Ok(())
    }
}
==== fixed
//! Savings pots of a household.

#[derive(Debug, Clone, PartialEq)]
pub struct Pot {
    pub label: String,
    pub cents: u64,
    pub moves: Vec<i64>,
}

#[derive(Debug, PartialEq)]
pub enum Refusal {
    SamePot,
    Short { missing: u64 },
}

pub struct Household {
    pub pots: Vec<Pot>,
}

impl Household {
    pub fn new(pots: &[(&str, u64)]) -> Self {
        let pots = pots
            .iter()
            .map(|(label, cents)| Pot { label: label.to_string(), cents: *cents, moves: Vec::new() })
            .collect();
        Household { pots }
    }

    /// Moves money between two pots; both note the amount, the giver as a negative one.
    /// A refused transfer leaves no trace.
    pub fn transfer(&mut self, from: usize, to: usize, cents: u64) -> Result<(), Refusal> {
        if from == to {
            return Err(Refusal::SamePot);
        }
        let giver = &mut self.pots[from];
        if giver.cents < cents {
            return Err(Refusal::Short { missing: cents - giver.cents });
        }
        giver.cents -= cents;
        giver.moves.push(-(cents as i64));
        let taker = &mut self.pots[to];
        taker.cents += cents;
        taker.moves.push(cents as i64);
        Ok(())
    }
}
==== tests
#[test]
fn money_moves_and_both_note_it() {
    let mut home = Household::new(&[("rent", 900), ("trip", 50)]);
    assert_eq!(home.transfer(0, 1, 200), Ok(()));
    assert_eq!((home.pots[0].cents, home.pots[1].cents), (700, 250));
    assert_eq!(home.pots[0].moves, [-200]);
    assert_eq!(home.pots[1].moves, [200]);
    assert_eq!(home.transfer(1, 0, 250), Ok(()));
    assert_eq!((home.pots[0].cents, home.pots[1].cents), (950, 0));
}

#[test]
fn a_refused_transfer_leaves_no_trace() {
    let mut home = Household::new(&[("rent", 900), ("trip", 50)]);
    assert_eq!(home.transfer(1, 0, 80), Err(Refusal::Short { missing: 30 }));
    assert_eq!(home.transfer(1, 1, 10), Err(Refusal::SamePot));
    assert_eq!((home.pots[0].cents, home.pots[1].cents), (900, 50));
    assert!(home.pots.iter().all(|pot| pot.moves.is_empty()));
}
