---
code: E0277
---
use std::collections::BTreeMap;

/// Saved games by slot number.
pub struct Saves {
    slots: BTreeMap<u8, String>,
}

impl Saves {
    pub fn new() -> Self {
        Saves { slots: BTreeMap::new() }
    }

    pub fn store(&mut self, slot: u8, hero: &str, level: u32) {
        self.slots.insert(slot, format!("{hero}:{level}"));
    }

    fn level_of(&self, slot: u8) -> u32 {
        let save = self.slots.get(&slot)?;
        let (_, level) = save.rsplit_once(':')?;
        level.parse().unwrap_or(1)
    }

    /// Whether the game in a slot has come at least as far as `level`. An
    /// empty slot has come nowhere, not even to level 0.
    pub fn reached(&self, slot: u8, level: u32) -> bool {
        self.slots.contains_key(&slot) && self.level_of(slot) >= level
    }
}
==== fixed
use std::collections::BTreeMap;

/// Saved games by slot number.
pub struct Saves {
    slots: BTreeMap<u8, String>,
}

impl Saves {
    pub fn new() -> Self {
        Saves { slots: BTreeMap::new() }
    }

    pub fn store(&mut self, slot: u8, hero: &str, level: u32) {
        self.slots.insert(slot, format!("{hero}:{level}"));
    }

    fn level_of(&self, slot: u8) -> Option<u32> {
        let save = self.slots.get(&slot)?;
        let (_, level) = save.rsplit_once(':')?;
        Some(level.parse().unwrap_or(1))
    }

    /// Whether the game in a slot has come at least as far as `level`. An
    /// empty slot has come nowhere, not even to level 0.
    pub fn reached(&self, slot: u8, level: u32) -> bool {
        self.level_of(slot).is_some_and(|at| at >= level)
    }
}
==== tests
#[test]
fn reached_levels() {
    let mut s = Saves::new();
    s.store(1, "Uma: the Bold", 7);
    assert!(s.reached(1, 7));
    assert!(!s.reached(1, 8));
}
#[test]
fn empty_slot() {
    let s = Saves::new();
    assert!(!s.reached(3, 0));
}
