---
code: E0515
---
//! Who carries what in a dungeon party.

use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bag {
    pub coins: u32,
    pub items: Vec<String>,
}

impl Bag {
    fn put(&mut self, item: &str) -> usize {
        self.items.push(item.to_string());
        self.items.len()
    }
}

#[derive(Default)]
pub struct Party {
    bags: BTreeMap<String, Bag>,
}

impl Party {
    /// The bag of that hero. A hero who had none gets an empty one.
    fn bag_mut(&mut self, hero: &str) -> &mut Bag {
        match self.bags.get_mut(hero) {
            Some(bag) => bag,
            None => &mut Bag::default(),
        }
    }

    /// Gives a find to a hero; says how many items the hero carries now.
    pub fn give(&mut self, hero: &str, item: &str) -> usize {
        self.bag_mut(hero).put(item)
    }

    /// Pays every hero the same share; the remainder is left lying.
    pub fn share(&mut self, coins: u32, heroes: &[&str]) {
        for hero in heroes {
            self.bag_mut(hero).coins += coins / heroes.len() as u32;
        }
    }

    pub fn bag(&self, hero: &str) -> Option<&Bag> {
        self.bags.get(hero)
    }
}
==== fixed
//! Who carries what in a dungeon party.

use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bag {
    pub coins: u32,
    pub items: Vec<String>,
}

impl Bag {
    fn put(&mut self, item: &str) -> usize {
        self.items.push(item.to_string());
        self.items.len()
    }
}

#[derive(Default)]
pub struct Party {
    bags: BTreeMap<String, Bag>,
}

impl Party {
    /// The bag of that hero. A hero who had none gets an empty one.
    fn bag_mut(&mut self, hero: &str) -> &mut Bag {
        self.bags.entry(hero.to_string()).or_default()
    }

    /// Gives a find to a hero; says how many items the hero carries now.
    pub fn give(&mut self, hero: &str, item: &str) -> usize {
        self.bag_mut(hero).put(item)
    }

    /// Pays every hero the same share; the remainder is left lying.
    pub fn share(&mut self, coins: u32, heroes: &[&str]) {
        for hero in heroes {
            self.bag_mut(hero).coins += coins / heroes.len() as u32;
        }
    }

    pub fn bag(&self, hero: &str) -> Option<&Bag> {
        self.bags.get(hero)
    }
}
==== tests
#[test]
fn finds_add_up() {
    let mut party = Party::default();
    assert_eq!(party.give("ina", "rope"), 1);
    assert_eq!(party.give("ina", "lamp"), 2);
    assert_eq!(party.give("olf", "axe"), 1);
    assert_eq!(party.bag("ina").unwrap().items, ["rope", "lamp"]);
    assert_eq!(party.bag("zed"), None);
}

#[test]
fn shares() {
    let mut party = Party::default();
    party.give("ina", "rope");
    party.share(25, &["ina", "olf"]);
    party.share(4, &["olf"]);
    assert_eq!(party.bag("ina").unwrap().coins, 12);
    assert_eq!(party.bag("olf").unwrap().coins, 16);
    assert_eq!(party.bag("ina").unwrap().items.len(), 1);
}
