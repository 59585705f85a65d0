"""Small Rust programs for tests of overlap and validation: koans of our own, and honest rows beside them."""

from __future__ import annotations

from nightschool.types import Koan, Row

INVENTORY = """
use std::collections::HashMap;

pub struct Inventory {
    counts: HashMap<String, u32>,
    limit: u32,
}

impl Inventory {
    pub fn new(limit: u32) -> Self {
        Inventory { counts: HashMap::new(), limit }
    }

    pub fn restock(&mut self, name: String, amount: u32) -> u32 {
        let entry = self.counts.entry(name).or_insert(0);
        *entry = (*entry + amount).min(self.limit);
        println!("restocked {} to {}", name, entry);
        *entry
    }
}
"""
WORDS = """
pub fn longest<'a>(lines: &'a [String], skip: &str) -> Option<&'a str> {
    let mut best: Option<&str> = None;
    for line in lines {
        if line.starts_with(skip) {
            continue;
        }
        match best {
            Some(current) if current.len() >= line.len() => {}
            _ => best = Some(line),
        }
    }
    best.unwrap().trim()
}
"""
NEAR = """
use std::collections::BTreeMap;

pub struct Ballot {
    votes: BTreeMap<String, usize>,
}

impl Ballot {
    pub fn cast(&mut self, candidate: String) -> usize {
        if candidate.is_empty() {
            return 0;
        }
        let votes = self.votes.entry(candidate).or_default();
        *votes += 1;
        format!("{} now has {}", candidate, votes);
        *votes
    }
}
"""
TESTS = """
#[test]
fn restocking_stops_at_the_limit() {
    let mut inventory = Inventory::new(10);
    assert_eq!(inventory.restock("bolt".to_string(), 7), 7);
    assert_eq!(inventory.restock("bolt".to_string(), 7), 10);
}
"""


def koan(name: str, broken: str, fixed: str, code: str = "E0382", tests: str = "") -> Koan:
    return Koan(name, "borrow_checker", "use-after-move", (code,), broken, fixed, tests)


def row(name: str, broken: str, fixed: str, code: str = "E0382", **fields: str) -> Row:
    defaults = {"source": "aligned", "family": "borrow_checker", "pattern": "use-after-move", "group": "t1"}
    defaults |= {"diagnostic": f"error[{code}]: it is wrong", "provenance": "template t1, seed 0", "digest": name}
    return Row(id=name, error_code=code, broken=broken, fixed=fixed, **{**defaults, **fields})


def koans() -> list[Koan]:
    return [
        koan("inventory", INVENTORY, INVENTORY.replace("entry(name)", "entry(name.clone())"), tests=TESTS),
        koan("words", WORDS, WORDS.replace("best.unwrap().trim()", "best.map(str::trim)"), "E0308"),
    ]
