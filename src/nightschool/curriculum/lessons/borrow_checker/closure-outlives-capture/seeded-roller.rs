---
code: E0373
---
/// A small generator for replays: the same seed gives the same rolls.
#[derive(Debug, Clone)]
pub struct Seed(pub u64);

impl Seed {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        self.0 >> 33
    }
}

/// A die with so many sides that rolls on from the given seed.
pub fn roller(sides: u64, seed: u64) -> impl FnMut() -> u64 {
    let mut seed = Seed(seed);
    || seed.next() % sides + 1
}

/// Rolls until the sum reaches `goal`; the rolls in order.
pub fn race_to(goal: u64, sides: u64, seed: u64) -> Vec<u64> {
    let mut roll = roller(sides, seed);
    let mut rolls = Vec::new();
    let mut sum = 0;
    while sum < goal {
        let pips = roll();
        sum += pips;
        rolls.push(pips);
    }
    rolls
}
==== fixed
/// A small generator for replays: the same seed gives the same rolls.
#[derive(Debug, Clone)]
pub struct Seed(pub u64);

impl Seed {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        self.0 >> 33
    }
}

/// A die with so many sides that rolls on from the given seed.
pub fn roller(sides: u64, seed: u64) -> impl FnMut() -> u64 {
    let mut seed = Seed(seed);
    move || seed.next() % sides + 1
}

/// Rolls until the sum reaches `goal`; the rolls in order.
pub fn race_to(goal: u64, sides: u64, seed: u64) -> Vec<u64> {
    let mut roll = roller(sides, seed);
    let mut rolls = Vec::new();
    let mut sum = 0;
    while sum < goal {
        let pips = roll();
        sum += pips;
        rolls.push(pips);
    }
    rolls
}
==== tests
#[test]
fn goes_on_from_the_seed() {
    let mut die = roller(6, 42);
    let rolls: Vec<u64> = (0..30).map(|_| die()).collect();
    assert!(rolls.iter().all(|r| (1..=6).contains(r)));
    assert!(rolls.iter().any(|r| *r != rolls[0]));
    let mut s = Seed(42);
    let wanted: Vec<u64> = (0..30).map(|_| s.next() % 6 + 1).collect();
    assert_eq!(rolls, wanted);
}
#[test]
fn races() {
    let rolls = race_to(20, 6, 7);
    assert!(rolls.iter().sum::<u64>() >= 20);
    assert!(rolls[..rolls.len() - 1].iter().sum::<u64>() < 20);
    assert_eq!(rolls, race_to(20, 6, 7));
}
