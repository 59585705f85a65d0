---
code: E0502
---
//! How a rumour spreads among friends.

use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct Village {
    friends: BTreeMap<String, Vec<String>>,
    pub informed: BTreeSet<String>,
    pub talks: usize,
}

impl Village {
    pub fn befriend(&mut self, one: &str, other: &str) {
        self.friends.entry(one.to_string()).or_default().push(other.to_string());
        self.friends.entry(other.to_string()).or_default().push(one.to_string());
    }

    /// Tells the rumour to a person, who passes it on to all friends at once.
    /// Every telling is one talk; those who know the rumour already do not repeat it.
    pub fn tell(&mut self, person: &str) {
        self.talks += 1;
        if !self.informed.insert(person.to_string()) {
            return;
        }
        let Some(friends) = self.friends.get(person) else {
            return;
        };
        for friend in friends {
            self.tell(friend);
        }
    }

    /// Forgets the rumour, so that another one may go round.
    pub fn forget(&mut self) {
        self.informed.clear();
        self.talks = 0;
    }
}
==== fixed
//! How a rumour spreads among friends.

use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct Village {
    friends: BTreeMap<String, Vec<String>>,
    pub informed: BTreeSet<String>,
    pub talks: usize,
}

impl Village {
    pub fn befriend(&mut self, one: &str, other: &str) {
        self.friends.entry(one.to_string()).or_default().push(other.to_string());
        self.friends.entry(other.to_string()).or_default().push(one.to_string());
    }

    /// Tells the rumour to a person, who passes it on to all friends at once.
    /// Every telling is one talk; those who know the rumour already do not repeat it.
    pub fn tell(&mut self, person: &str) {
        self.talks += 1;
        if !self.informed.insert(person.to_string()) {
            return;
        }
        let Some(friends) = self.friends.get(person).cloned() else {
            return;
        };
        for friend in friends {
            self.tell(&friend);
        }
    }

    /// Forgets the rumour, so that another one may go round.
    pub fn forget(&mut self) {
        self.informed.clear();
        self.talks = 0;
    }
}
==== tests
fn village() -> Village {
    let mut village = Village::default();
    village.befriend("ann", "bob");
    village.befriend("bob", "cy");
    village.befriend("dee", "eve");
    village
}

#[test]
fn the_rumour_reaches_all_who_are_linked() {
    let mut village = village();
    village.tell("ann");
    let informed: Vec<&str> = village.informed.iter().map(String::as_str).collect();
    assert_eq!(informed, ["ann", "bob", "cy"]);
    assert_eq!(village.talks, 5);
}

#[test]
fn friendships_outlast_a_rumour() {
    let mut village = village();
    village.tell("eve");
    assert_eq!(village.talks, 3);
    village.forget();
    village.tell("dee");
    assert_eq!((village.informed.len(), village.talks), (2, 3));
    village.tell("zoe");
    assert!(village.informed.contains("zoe"));
}
