---
code: E0053
---
use std::cmp::Ordering;

/// A solution of one substance; concentrations are whole micromoles a litre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    pub substance: String,
    pub micromolar: u64,
}

/// Solutions are ordered by concentration, the most dilute first, and by
/// name where they are equally strong.
impl Ord for Solution {
    fn cmp(&self, other: &Self) -> Ordering {
        self.micromolar
            .cmp(&other.micromolar)
            .then_with(|| self.substance.cmp(&other.substance))
    }
}

impl PartialOrd for Solution {
    fn partial_cmp(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

#[derive(Debug, Default)]
pub struct Shelf {
    solutions: Vec<Solution>,
}

impl Shelf {
    pub fn put(&mut self, substance: &str, micromolar: u64) {
        self.solutions.push(Solution { substance: substance.to_string(), micromolar });
        self.solutions.sort();
    }

    pub fn weaker_than(&self, limit: &Solution) -> Vec<&str> {
        self.solutions
            .iter()
            .take_while(|solution| *solution < limit)
            .map(|solution| solution.substance.as_str())
            .collect()
    }
}
==== fixed
use std::cmp::Ordering;

/// A solution of one substance; concentrations are whole micromoles a litre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    pub substance: String,
    pub micromolar: u64,
}

/// Solutions are ordered by concentration, the most dilute first, and by
/// name where they are equally strong.
impl Ord for Solution {
    fn cmp(&self, other: &Self) -> Ordering {
        self.micromolar
            .cmp(&other.micromolar)
            .then_with(|| self.substance.cmp(&other.substance))
    }
}

impl PartialOrd for Solution {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[derive(Debug, Default)]
pub struct Shelf {
    solutions: Vec<Solution>,
}

impl Shelf {
    pub fn put(&mut self, substance: &str, micromolar: u64) {
        self.solutions.push(Solution { substance: substance.to_string(), micromolar });
        self.solutions.sort();
    }

    pub fn weaker_than(&self, limit: &Solution) -> Vec<&str> {
        self.solutions
            .iter()
            .take_while(|solution| *solution < limit)
            .map(|solution| solution.substance.as_str())
            .collect()
    }
}
==== tests
fn solution(substance: &str, micromolar: u64) -> Solution {
    Solution { substance: substance.to_string(), micromolar }
}

#[test]
fn weaker_in_order() {
    let mut shelf = Shelf::default();
    shelf.put("salt", 500);
    shelf.put("dye", 20);
    shelf.put("acid", 500);
    assert_eq!(shelf.weaker_than(&solution("zinc", 500)), vec!["dye", "acid", "salt"]);
    assert_eq!(shelf.weaker_than(&solution("base", 500)), vec!["dye", "acid"]);
    assert!(shelf.weaker_than(&solution("dye", 20)).is_empty());
}

#[test]
fn partial_order_agrees() {
    let (a, b) = (solution("a", 2), solution("b", 1));
    assert_eq!(a.partial_cmp(&b), Some(Ordering::Greater));
    assert!(b <= b.clone() && b < a);
}
