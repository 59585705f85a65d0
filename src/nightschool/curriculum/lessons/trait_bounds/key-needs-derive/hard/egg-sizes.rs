---
code: E0277
---
//! Sorting eggs by size, smallest class first.

use std::collections::BTreeMap;

/// The classes, from the smallest to the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Small,
    Medium,
    Large,
    Jumbo,
}

impl Class {
    /// The class of an egg of so many grams.
    pub fn of(grams: u32) -> Class {
        match grams {
            0..=52 => Class::Small,
            53..=62 => Class::Medium,
            63..=72 => Class::Large,
            _ => Class::Jumbo,
        }
    }

    fn cents(self) -> u32 {
        match self {
            Class::Small => 20,
            Class::Medium => 25,
            Class::Large => 32,
            // More shells break, so these go cheap.
            Class::Jumbo => 24,
        }
    }
}

/// The classes that occur, in the order of their size, and how many eggs of
/// each there are.
pub fn crates(weights: &[u32]) -> Vec<(Class, usize)> {
    let classes = weights.iter().map(|&grams| (Class::of(grams), 1));
    let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
    for (class, egg) in classes {
        *counts.entry(class).or_default() += egg;
    }
    counts.into_iter().collect()
}

/// What the eggs bring in all.
pub fn proceeds(weights: &[u32]) -> u32 {
    weights.iter().map(|&grams| Class::of(grams).cents()).sum()
}
==== fixed
//! Sorting eggs by size, smallest class first.

use std::collections::BTreeMap;

/// The classes, from the smallest to the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Small,
    Medium,
    Large,
    Jumbo,
}

impl Class {
    /// The class of an egg of so many grams.
    pub fn of(grams: u32) -> Class {
        match grams {
            0..=52 => Class::Small,
            53..=62 => Class::Medium,
            63..=72 => Class::Large,
            _ => Class::Jumbo,
        }
    }

    fn cents(self) -> u32 {
        match self {
            Class::Small => 20,
            Class::Medium => 25,
            Class::Large => 32,
            // More shells break, so these go cheap.
            Class::Jumbo => 24,
        }
    }
}

/// The classes that occur, in the order of their size, and how many eggs of
/// each there are.
pub fn crates(weights: &[u32]) -> Vec<(Class, usize)> {
    let classes = weights.iter().map(|&grams| (Class::of(grams), 1));
    let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
    for (class, egg) in classes {
        *counts.entry(class).or_default() += egg;
    }
    counts.into_iter().collect()
}

/// What the eggs bring in all.
pub fn proceeds(weights: &[u32]) -> u32 {
    weights.iter().map(|&grams| Class::of(grams).cents()).sum()
}
==== tests
#[test]
fn crates_stand_in_order_of_size() {
    let counts = crates(&[75, 66, 50, 58, 70, 80, 51, 90]);
    assert_eq!(counts, [(Class::Small, 2), (Class::Medium, 1), (Class::Large, 2), (Class::Jumbo, 3)]);
}

#[test]
fn only_classes_that_occur() {
    assert_eq!(crates(&[73, 55]), [(Class::Medium, 1), (Class::Jumbo, 1)]);
    assert!(crates(&[]).is_empty());
}

#[test]
fn jumbo_eggs_go_cheap() {
    assert_eq!(proceeds(&[73, 55, 40]), 69);
}
