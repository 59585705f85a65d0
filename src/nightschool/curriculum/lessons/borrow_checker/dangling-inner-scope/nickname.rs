---
code: E0597
---
use std::collections::HashMap;

/// Names taken in a chat room, all in lower case.
#[derive(Debug, Default)]
pub struct Names {
    taken: HashMap<String, u32>,
}

impl Names {
    pub fn claim(&mut self, name: &str, user: u32) {
        self.taken.insert(name.to_lowercase(), user);
    }

    pub fn is_free(&self, name: &str) -> bool {
        !self.taken.contains_key(&name.to_lowercase())
    }

    /// A free name for a newcomer: the wish as it is, else with the smallest number behind it from 2 on.
    pub fn propose(&self, wish: &str) -> String {
        let mut number = 2;
        let mut name = wish;
        while !self.is_free(name) {
            let numbered = format!("{wish}{number}");
            name = numbered.as_str();
            number += 1;
        }
        name.to_string()
    }
}
==== fixed
use std::collections::HashMap;

/// Names taken in a chat room, all in lower case.
#[derive(Debug, Default)]
pub struct Names {
    taken: HashMap<String, u32>,
}

impl Names {
    pub fn claim(&mut self, name: &str, user: u32) {
        self.taken.insert(name.to_lowercase(), user);
    }

    pub fn is_free(&self, name: &str) -> bool {
        !self.taken.contains_key(&name.to_lowercase())
    }

    /// A free name for a newcomer: the wish as it is, else with the smallest number behind it from 2 on.
    pub fn propose(&self, wish: &str) -> String {
        let mut number = 2;
        let mut name = wish.to_string();
        while !self.is_free(&name) {
            name = format!("{wish}{number}");
            number += 1;
        }
        name
    }
}
==== tests
#[test]
fn free_wishes_stand() {
    let names = Names::default();
    assert_eq!(names.propose("Ann"), "Ann");
}

#[test]
fn smallest_free_number() {
    let mut names = Names::default();
    names.claim("Ann", 1);
    assert_eq!(names.propose("ann"), "ann2");
    names.claim("ANN2", 2);
    names.claim("ann4", 3);
    assert_eq!(names.propose("Ann"), "Ann3");
    assert!(names.is_free("Ann3"));
}
