---
code: E0277
---
use std::collections::BTreeMap;

/// Ordered by atomic number, as in the periodic table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    Hydrogen = 1,
    Carbon = 6,
    Nitrogen = 7,
    Oxygen = 8,
}

impl Element {
    pub fn symbol(self) -> &'static str {
        match self {
            Element::Hydrogen => "H",
            Element::Carbon => "C",
            Element::Nitrogen => "N",
            Element::Oxygen => "O",
        }
    }
}

/// Sums the groups of a molecule and writes each element once, by atomic
/// number: the groups `[(C, 1), (H, 3)]` and `[(O, 1), (H, 1)]` give `H4CO`.
pub fn sum_formula(groups: &[Vec<(Element, u32)>]) -> String {
    let mut counts = BTreeMap::new();
    for group in groups {
        for &(element, count) in group {
            *counts.entry(element).or_insert(0) += count;
        }
    }
    let mut formula = String::new();
    for (element, count) in counts {
        formula.push_str(element.symbol());
        if count > 1 {
            formula.push_str(&count.to_string());
        }
    }
    formula
}
==== fixed
use std::collections::BTreeMap;

/// Ordered by atomic number, as in the periodic table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Element {
    Hydrogen = 1,
    Carbon = 6,
    Nitrogen = 7,
    Oxygen = 8,
}

impl Element {
    pub fn symbol(self) -> &'static str {
        match self {
            Element::Hydrogen => "H",
            Element::Carbon => "C",
            Element::Nitrogen => "N",
            Element::Oxygen => "O",
        }
    }
}

/// Sums the groups of a molecule and writes each element once, by atomic
/// number: the groups `[(C, 1), (H, 3)]` and `[(O, 1), (H, 1)]` give `H4CO`.
pub fn sum_formula(groups: &[Vec<(Element, u32)>]) -> String {
    let mut counts = BTreeMap::new();
    for group in groups {
        for &(element, count) in group {
            *counts.entry(element).or_insert(0) += count;
        }
    }
    let mut formula = String::new();
    for (element, count) in counts {
        formula.push_str(element.symbol());
        if count > 1 {
            formula.push_str(&count.to_string());
        }
    }
    formula
}
==== tests
use super::Element::*;

#[test]
fn methanol() {
    assert_eq!(sum_formula(&[vec![(Carbon, 1), (Hydrogen, 3)], vec![(Oxygen, 1), (Hydrogen, 1)]]), "H4CO");
}

#[test]
fn glycine_by_atomic_number() {
    let groups = [
        vec![(Nitrogen, 1), (Hydrogen, 2)],
        vec![(Carbon, 1), (Hydrogen, 2)],
        vec![(Carbon, 1), (Oxygen, 2), (Hydrogen, 1)],
    ];
    assert_eq!(sum_formula(&groups), "H5C2NO2");
}

#[test]
fn nothing() {
    assert_eq!(sum_formula(&[]), "");
}
