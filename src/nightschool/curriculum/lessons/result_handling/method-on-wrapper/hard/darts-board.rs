---
code: E0599
---
//! Score board of a darts evening.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Board {
    throws: BTreeMap<String, Vec<u32>>,
}

impl Board {
    /// Notes a throw. Whoever throws for the first time joins the board by it.
    pub fn record(&mut self, player: &str, points: u32) {
        self.throws.get_mut(player).push(points);
    }

    pub fn throws(&self, player: &str) -> &[u32] {
        self.throws.get(player).map_or(&[], |throws| throws)
    }

    /// The players with their totals, best first.
    pub fn ranking(&self) -> Vec<(&str, u32)> {
        let mut ranking: Vec<_> = self
            .throws
            .iter()
            .map(|(player, throws)| (player.as_str(), throws.iter().sum()))
            .collect();
        ranking.sort_by_key(|&(_, total): &(&str, u32)| std::cmp::Reverse(total));
        ranking
    }
}
==== fixed
//! Score board of a darts evening.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Board {
    throws: BTreeMap<String, Vec<u32>>,
}

impl Board {
    /// Notes a throw. Whoever throws for the first time joins the board by it.
    pub fn record(&mut self, player: &str, points: u32) {
        self.throws.entry(player.to_string()).or_default().push(points);
    }

    pub fn throws(&self, player: &str) -> &[u32] {
        self.throws.get(player).map_or(&[], |throws| throws)
    }

    /// The players with their totals, best first.
    pub fn ranking(&self) -> Vec<(&str, u32)> {
        let mut ranking: Vec<_> = self
            .throws
            .iter()
            .map(|(player, throws)| (player.as_str(), throws.iter().sum()))
            .collect();
        ranking.sort_by_key(|&(_, total): &(&str, u32)| std::cmp::Reverse(total));
        ranking
    }
}
==== tests
#[test]
fn first_throw_joins() {
    let mut board = Board::default();
    board.record("mia", 60);
    assert_eq!(board.throws("mia"), [60]);
    assert_eq!(board.throws("tom"), []);
}

#[test]
fn further_throws_are_added_in_order() {
    let mut board = Board::default();
    for (player, points) in [("mia", 20), ("tom", 57), ("mia", 25), ("mia", 3)] {
        board.record(player, points);
    }
    assert_eq!(board.throws("mia"), [20, 25, 3]);
    assert_eq!(board.ranking(), [("tom", 57), ("mia", 48)]);
}
