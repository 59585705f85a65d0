---
code: E0502
---
use std::collections::BTreeMap;

/// Seed packets in the shed: how many there are, and which seed stands in for which.
#[derive(Default)]
pub struct SeedStore {
    packets: BTreeMap<String, u32>,
    substitutes: BTreeMap<String, String>,
}

impl SeedStore {
    pub fn add(&mut self, seed: &str, packets: u32) {
        *self.packets.entry(seed.to_string()).or_insert(0) += packets;
    }

    pub fn substitute(&mut self, seed: &str, with: &str) {
        self.substitutes.insert(seed.to_string(), with.to_string());
    }

    /// Removes every seed with fewer than `least` packets and hands back their
    /// names in alphabetical order.
    pub fn clear_out(&mut self, least: u32) -> Vec<String> {
        let scarce: Vec<&String> = self
            .packets
            .iter()
            .filter(|(_, n)| **n < least)
            .map(|(seed, _)| seed)
            .collect();
        for seed in scarce.iter() {
            self.packets.remove(*seed);
            self.substitutes.remove(*seed);
        }
        scarce.into_iter().cloned().collect()
    }

    pub fn count(&self, seed: &str) -> u32 {
        self.packets.get(seed).copied().unwrap_or(0)
    }

    pub fn stand_in(&self, seed: &str) -> Option<&str> {
        self.substitutes.get(seed).map(String::as_str)
    }
}
==== fixed
use std::collections::BTreeMap;

/// Seed packets in the shed: how many there are, and which seed stands in for which.
#[derive(Default)]
pub struct SeedStore {
    packets: BTreeMap<String, u32>,
    substitutes: BTreeMap<String, String>,
}

impl SeedStore {
    pub fn add(&mut self, seed: &str, packets: u32) {
        *self.packets.entry(seed.to_string()).or_insert(0) += packets;
    }

    pub fn substitute(&mut self, seed: &str, with: &str) {
        self.substitutes.insert(seed.to_string(), with.to_string());
    }

    /// Removes every seed with fewer than `least` packets and hands back their
    /// names in alphabetical order.
    pub fn clear_out(&mut self, least: u32) -> Vec<String> {
        let scarce: Vec<String> = self
            .packets
            .iter()
            .filter(|(_, n)| **n < least)
            .map(|(seed, _)| seed.clone())
            .collect();
        for seed in &scarce {
            self.packets.remove(seed);
            self.substitutes.remove(seed);
        }
        scarce
    }

    pub fn count(&self, seed: &str) -> u32 {
        self.packets.get(seed).copied().unwrap_or(0)
    }

    pub fn stand_in(&self, seed: &str) -> Option<&str> {
        self.substitutes.get(seed).map(String::as_str)
    }
}
==== tests
fn store() -> SeedStore {
    let mut s = SeedStore::default();
    s.add("pea", 1);
    s.add("bean", 2);
    s.add("kale", 9);
    s.substitute("pea", "bean");
    s.substitute("kale", "chard");
    s
}
#[test]
fn clears_scarce() {
    let mut s = store();
    assert_eq!(s.clear_out(3), ["bean", "pea"]);
    assert_eq!((s.count("pea"), s.count("bean"), s.count("kale")), (0, 0, 9));
    assert_eq!(s.stand_in("pea"), None);
    assert_eq!(s.stand_in("kale"), Some("chard"));
}
#[test]
fn nothing_scarce() {
    let mut s = store();
    assert!(s.clear_out(1).is_empty());
    assert_eq!(s.count("pea"), 1);
}
