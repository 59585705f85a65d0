---
code: E0053
---
use std::cmp::Ordering;

/// A side in the league: ordered by points, then by goal difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub name: String,
    pub points: u32,
    pub difference: i32,
}

impl Side {
    pub fn new(name: &str, points: u32, difference: i32) -> Self {
        Side { name: name.to_string(), points, difference }
    }
}

impl PartialOrd for Side {
    fn partial_cmp(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl Ord for Side {
    fn cmp(&self, other: &Self) -> Ordering {
        self.points
            .cmp(&other.points)
            .then(self.difference.cmp(&other.difference))
            .then_with(|| other.name.cmp(&self.name))
    }
}

/// The table, best side first.
pub fn table(mut sides: Vec<Side>) -> Vec<String> {
    sides.sort_by(|a, b| b.cmp(a));
    sides.into_iter().map(|s| format!("{} {}", s.name, s.points)).collect()
}

/// Whether `side` would be above `rival`.
pub fn above(side: &Side, rival: &Side) -> bool {
    side > rival
}
==== fixed
use std::cmp::Ordering;

/// A side in the league: ordered by points, then by goal difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub name: String,
    pub points: u32,
    pub difference: i32,
}

impl Side {
    pub fn new(name: &str, points: u32, difference: i32) -> Self {
        Side { name: name.to_string(), points, difference }
    }
}

impl PartialOrd for Side {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Side {
    fn cmp(&self, other: &Self) -> Ordering {
        self.points
            .cmp(&other.points)
            .then(self.difference.cmp(&other.difference))
            .then_with(|| other.name.cmp(&self.name))
    }
}

/// The table, best side first.
pub fn table(mut sides: Vec<Side>) -> Vec<String> {
    sides.sort_by(|a, b| b.cmp(a));
    sides.into_iter().map(|s| format!("{} {}", s.name, s.points)).collect()
}

/// Whether `side` would be above `rival`.
pub fn above(side: &Side, rival: &Side) -> bool {
    side > rival
}
==== tests
#[test]
fn best_first() {
    let t = table(vec![Side::new("C", 3, -1), Side::new("A", 9, 4), Side::new("B", 3, 2)]);
    assert_eq!(t, ["A 9", "B 3", "C 3"]);
}
#[test]
fn comparison_agrees() {
    assert!(above(&Side::new("B", 3, 2), &Side::new("C", 3, -1)));
    assert!(!above(&Side::new("B", 2, 9), &Side::new("C", 3, -1)));
    assert!(above(&Side::new("A", 1, 1), &Side::new("B", 1, 1)));
}
