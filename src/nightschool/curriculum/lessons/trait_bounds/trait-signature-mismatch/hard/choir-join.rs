---
code: E0053
edition: "2024"
---
//! A choir and a band take members by name.

use std::collections::BTreeMap;

pub trait Group {
    /// Lets a person join; `false` where the name is taken.
    fn join(&mut self, name: &str, part: &str) -> bool;
    fn members(&self) -> Vec<String>;
}

#[derive(Default)]
pub struct Band {
    players: Vec<String>,
}

impl Group for Band {
    fn join(&mut self, name: &str, part: &str) -> bool {
        let label = format!("{name} ({part})");
        if self.players.contains(&label) {
            return false;
        }
        self.players.push(label);
        true
    }

    fn members(&self) -> Vec<String> {
        self.players.clone()
    }
}

/// Singers sorted by name, whatever their voice.
#[derive(Default)]
pub struct Choir {
    voices: BTreeMap<String, String>,
}

impl Group for Choir {
    fn join(&mut self, name: String, part: String) -> bool {
        if self.voices.contains_key(&name) {
            return false;
        }
        self.voices.insert(name, part);
        true
    }

    fn members(&self) -> Vec<String> {
        self.voices
            .iter()
            .map(|(name, voice)| format!("{name} ({voice})"))
            .collect()
    }
}

/// Enrols all people of a list; the names that were taken come back.
pub fn enrol<'l>(group: &mut dyn Group, list: &[(&'l str, &str)]) -> Vec<&'l str> {
    let mut taken = Vec::new();
    for (name, part) in list {
        if !group.join(name, part) {
            taken.push(*name);
        }
    }
    taken
}
==== fixed
//! A choir and a band take members by name.

use std::collections::BTreeMap;

pub trait Group {
    /// Lets a person join; `false` where the name is taken.
    fn join(&mut self, name: &str, part: &str) -> bool;
    fn members(&self) -> Vec<String>;
}

#[derive(Default)]
pub struct Band {
    players: Vec<String>,
}

impl Group for Band {
    fn join(&mut self, name: &str, part: &str) -> bool {
        let label = format!("{name} ({part})");
        if self.players.contains(&label) {
            return false;
        }
        self.players.push(label);
        true
    }

    fn members(&self) -> Vec<String> {
        self.players.clone()
    }
}

/// Singers sorted by name, whatever their voice.
#[derive(Default)]
pub struct Choir {
    voices: BTreeMap<String, String>,
}

impl Group for Choir {
    fn join(&mut self, name: &str, part: &str) -> bool {
        if self.voices.contains_key(name) {
            return false;
        }
        self.voices.insert(name.to_string(), part.to_string());
        true
    }

    fn members(&self) -> Vec<String> {
        self.voices
            .iter()
            .map(|(name, voice)| format!("{name} ({voice})"))
            .collect()
    }
}

/// Enrols all people of a list; the names that were taken come back.
pub fn enrol<'l>(group: &mut dyn Group, list: &[(&'l str, &str)]) -> Vec<&'l str> {
    let mut taken = Vec::new();
    for (name, part) in list {
        if !group.join(name, part) {
            taken.push(*name);
        }
    }
    taken
}
==== tests
#[test]
fn the_choir_takes_each_name_once() {
    let mut choir = Choir::default();
    let taken = enrol(&mut choir, &[("mia", "alto"), ("ben", "bass"), ("mia", "soprano")]);
    assert_eq!(taken, ["mia"]);
    assert_eq!(choir.members(), ["ben (bass)", "mia (alto)"]);
}

#[test]
fn both_kinds_of_group() {
    let mut groups: Vec<Box<dyn Group>> = vec![Box::new(Band::default()), Box::new(Choir::default())];
    for group in &mut groups {
        let taken = enrol(group.as_mut(), &[("zoe", "drums"), ("abe", "bass")]);
        assert!(taken.is_empty());
    }
    assert_eq!(groups[0].members(), ["zoe (drums)", "abe (bass)"]);
    assert_eq!(groups[1].members(), ["abe (bass)", "zoe (drums)"]);
}
