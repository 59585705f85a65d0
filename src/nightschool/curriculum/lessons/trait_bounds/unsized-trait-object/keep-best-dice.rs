---
code: E0277
---
/// The six abilities of a new hero, in the order in which they were rolled.
#[derive(Debug, PartialEq)]
pub struct Abilities {
    pub scores: Vec<u32>,
}

/// Rolls that are made with more dice than count, such as 4d6 keep 3.
pub struct KeepBest {
    pub keep: usize,
}

impl KeepBest {
    /// The sum of the best dice; all of them if there are no more.
    pub fn score(&self, dice: &[u32]) -> u32 {
        let mut sorted = dice.to_vec();
        sorted.sort_by(|a, b| b.cmp(a));
        let best = sorted[..self.keep.min(sorted.len())];
        best.iter().sum()
    }

    pub fn abilities(&self, rolls: &[Vec<u32>]) -> Abilities {
        Abilities { scores: rolls.iter().map(|dice| self.score(dice)).collect() }
    }
}

impl Abilities {
    /// A hero whose best ability is below 13 may be rolled again.
    pub fn is_hopeless(&self) -> bool {
        self.scores.iter().all(|score| *score < 13)
    }
}
==== fixed
/// The six abilities of a new hero, in the order in which they were rolled.
#[derive(Debug, PartialEq)]
pub struct Abilities {
    pub scores: Vec<u32>,
}

/// Rolls that are made with more dice than count, such as 4d6 keep 3.
pub struct KeepBest {
    pub keep: usize,
}

impl KeepBest {
    /// The sum of the best dice; all of them if there are no more.
    pub fn score(&self, dice: &[u32]) -> u32 {
        let mut sorted = dice.to_vec();
        sorted.sort_by(|a, b| b.cmp(a));
        let best = &sorted[..self.keep.min(sorted.len())];
        best.iter().sum()
    }

    pub fn abilities(&self, rolls: &[Vec<u32>]) -> Abilities {
        Abilities { scores: rolls.iter().map(|dice| self.score(dice)).collect() }
    }
}

impl Abilities {
    /// A hero whose best ability is below 13 may be rolled again.
    pub fn is_hopeless(&self) -> bool {
        self.scores.iter().all(|score| *score < 13)
    }
}
==== tests
#[test]
fn keeps_the_best() {
    let rule = KeepBest { keep: 3 };
    assert_eq!(rule.score(&[1, 6, 4, 5]), 15);
    assert_eq!(rule.score(&[2, 2]), 4);
    assert_eq!(rule.score(&[]), 0);
}
#[test]
fn heroes() {
    let rule = KeepBest { keep: 2 };
    let hero = rule.abilities(&[vec![6, 1, 6], vec![3, 2, 1]]);
    assert_eq!(hero, Abilities { scores: vec![12, 5] });
    assert!(hero.is_hopeless());
}
