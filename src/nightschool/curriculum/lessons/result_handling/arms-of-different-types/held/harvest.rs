---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Crop {
    Fruit { per_tree: u32, trees: u32 },
    Root { per_metre: u32 },
    Unknown,
}

/// What grows in the garden, with the length of the rows in metres.
#[derive(Default)]
pub struct Plot {
    crops: HashMap<String, (Crop, u32)>,
}

impl Plot {
    pub fn sow(&mut self, name: &str, crop: Crop, metres: u32) {
        self.crops.insert(name.to_string(), (crop, metres));
    }

    /// The expected kilos of a crop. Nothing can be said about crops that are
    /// unknown or not sown at all.
    pub fn expected(&self, name: &str) -> Option<u32> {
        match self.crops.get(name) {
            Some((Crop::Fruit { per_tree, trees }, _)) => per_tree * trees,
            Some((Crop::Root { per_metre }, metres)) => per_metre * metres,
            Some((Crop::Unknown, _)) | None => None,
        }
    }

    pub fn expected_total(&self) -> u32 {
        self.crops.keys().filter_map(|name| self.expected(name)).sum()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Crop {
    Fruit { per_tree: u32, trees: u32 },
    Root { per_metre: u32 },
    Unknown,
}

/// What grows in the garden, with the length of the rows in metres.
#[derive(Default)]
pub struct Plot {
    crops: HashMap<String, (Crop, u32)>,
}

impl Plot {
    pub fn sow(&mut self, name: &str, crop: Crop, metres: u32) {
        self.crops.insert(name.to_string(), (crop, metres));
    }

    /// The expected kilos of a crop. Nothing can be said about crops that are
    /// unknown or not sown at all.
    pub fn expected(&self, name: &str) -> Option<u32> {
        match self.crops.get(name) {
            Some((Crop::Fruit { per_tree, trees }, _)) => Some(per_tree * trees),
            Some((Crop::Root { per_metre }, metres)) => Some(per_metre * metres),
            Some((Crop::Unknown, _)) | None => None,
        }
    }

    pub fn expected_total(&self) -> u32 {
        self.crops.keys().filter_map(|name| self.expected(name)).sum()
    }
}
==== tests
fn plot() -> Plot {
    let mut p = Plot::default();
    p.sow("apple", Crop::Fruit { per_tree: 40, trees: 3 }, 0);
    p.sow("beet", Crop::Root { per_metre: 4 }, 5);
    p.sow("oca", Crop::Unknown, 9);
    p
}
#[test]
fn expected() {
    assert_eq!(plot().expected("apple"), Some(120));
    assert_eq!(plot().expected("beet"), Some(20));
    assert_eq!(plot().expected("oca"), None);
    assert_eq!(plot().expected("yam"), None);
}
#[test]
fn total() {
    assert_eq!(plot().expected_total(), 140);
}
