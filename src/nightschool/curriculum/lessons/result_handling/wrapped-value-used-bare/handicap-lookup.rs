---
code: E0308
---
use std::collections::HashMap;

pub struct Club {
    handicaps: HashMap<String, i32>,
}

impl Club {
    pub fn new(handicaps: &[(&str, i32)]) -> Self {
        Club {
            handicaps: handicaps.iter().map(|(name, h)| (name.to_string(), *h)).collect(),
        }
    }

    /// Strokes that a player may take off the round. A guest, of whom the
    /// club has no record, plays with the beginner's handicap of 36.
    pub fn handicap(&self, name: &str) -> i32 {
        self.handicaps.get(name).copied()
    }

    pub fn net(&self, name: &str, strokes: i32) -> i32 {
        strokes - self.handicap(name)
    }

    /// The name with the lowest net score; the first one of a tie.
    pub fn winner<'r>(&self, round: &[(&'r str, i32)]) -> Option<&'r str> {
        round
            .iter()
            .min_by_key(|(name, strokes)| self.net(name, *strokes))
            .map(|(name, _)| *name)
    }
}
==== fixed
use std::collections::HashMap;

pub struct Club {
    handicaps: HashMap<String, i32>,
}

impl Club {
    pub fn new(handicaps: &[(&str, i32)]) -> Self {
        Club {
            handicaps: handicaps.iter().map(|(name, h)| (name.to_string(), *h)).collect(),
        }
    }

    /// Strokes that a player may take off the round. A guest, of whom the
    /// club has no record, plays with the beginner's handicap of 36.
    pub fn handicap(&self, name: &str) -> i32 {
        self.handicaps.get(name).copied().unwrap_or(36)
    }

    pub fn net(&self, name: &str, strokes: i32) -> i32 {
        strokes - self.handicap(name)
    }

    /// The name with the lowest net score; the first one of a tie.
    pub fn winner<'r>(&self, round: &[(&'r str, i32)]) -> Option<&'r str> {
        round
            .iter()
            .min_by_key(|(name, strokes)| self.net(name, *strokes))
            .map(|(name, _)| *name)
    }
}
==== tests
#[test]
fn members() {
    let c = Club::new(&[("Ida", 12), ("Jon", 0)]);
    assert_eq!(c.net("Ida", 90), 78);
    assert_eq!(c.net("Jon", 80), 80);
}
#[test]
fn guests() {
    let c = Club::new(&[("Ida", 12)]);
    assert_eq!(c.handicap("Guest"), 36);
    assert_eq!(c.winner(&[("Ida", 90), ("Guest", 110)]), Some("Guest"));
}
