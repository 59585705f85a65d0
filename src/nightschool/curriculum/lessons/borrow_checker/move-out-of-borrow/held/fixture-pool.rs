---
code: E0507
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub struct Fixture {
    pub name: String,
    pub uses: u32,
}

#[derive(Debug, PartialEq)]
pub enum Slot {
    Free(Fixture),
    Taken { by: String },
    Broken(String),
}

/// Fixtures that the tests share; each is used by one test at a time.
#[derive(Debug, Default)]
pub struct Pool {
    slots: BTreeMap<String, Slot>,
}

impl Pool {
    pub fn provide(&mut self, name: &str) {
        let fixture = Fixture { name: name.to_string(), uses: 0 };
        self.slots.insert(name.to_string(), Slot::Free(fixture));
    }

    pub fn report_broken(&mut self, name: &str, why: &str) {
        self.slots.insert(name.to_string(), Slot::Broken(why.to_string()));
    }

    /// What is wrong with a fixture that cannot be used right now.
    pub fn obstacle(&self, name: &str) -> Option<String> {
        match *self.slots.get(name)? {
            Slot::Free(_) => None,
            Slot::Taken { by } => Some(format!("in use by {by}")),
            Slot::Broken(why) => Some(format!("broken: {why}")),
        }
    }

    pub fn take(&mut self, name: &str, test: &str) -> Option<Fixture> {
        let slot = self.slots.get_mut(name)?;
        if !matches!(slot, Slot::Free(_)) {
            return None;
        }
        match std::mem::replace(slot, Slot::Taken { by: test.to_string() }) {
            Slot::Free(fixture) => Some(fixture),
            _ => None,
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub struct Fixture {
    pub name: String,
    pub uses: u32,
}

#[derive(Debug, PartialEq)]
pub enum Slot {
    Free(Fixture),
    Taken { by: String },
    Broken(String),
}

/// Fixtures that the tests share; each is used by one test at a time.
#[derive(Debug, Default)]
pub struct Pool {
    slots: BTreeMap<String, Slot>,
}

impl Pool {
    pub fn provide(&mut self, name: &str) {
        let fixture = Fixture { name: name.to_string(), uses: 0 };
        self.slots.insert(name.to_string(), Slot::Free(fixture));
    }

    pub fn report_broken(&mut self, name: &str, why: &str) {
        self.slots.insert(name.to_string(), Slot::Broken(why.to_string()));
    }

    /// What is wrong with a fixture that cannot be used right now.
    pub fn obstacle(&self, name: &str) -> Option<String> {
        match self.slots.get(name)? {
            Slot::Free(_) => None,
            Slot::Taken { by } => Some(format!("in use by {by}")),
            Slot::Broken(why) => Some(format!("broken: {why}")),
        }
    }

    pub fn take(&mut self, name: &str, test: &str) -> Option<Fixture> {
        let slot = self.slots.get_mut(name)?;
        if !matches!(slot, Slot::Free(_)) {
            return None;
        }
        match std::mem::replace(slot, Slot::Taken { by: test.to_string() }) {
            Slot::Free(fixture) => Some(fixture),
            _ => None,
        }
    }
}
==== tests
    #[test]
    fn taken_fixture() {
        let mut p = Pool::default();
        p.provide("db");
        assert_eq!(p.obstacle("db"), None);
        assert_eq!(p.take("db", "t1"), Some(Fixture { name: "db".into(), uses: 0 }));
        assert_eq!(p.obstacle("db").as_deref(), Some("in use by t1"));
        assert_eq!(p.take("db", "t2"), None);
        assert_eq!(p.obstacle("db").as_deref(), Some("in use by t1"));
    }
    #[test]
    fn broken_fixture() {
        let mut p = Pool::default();
        p.report_broken("net", "no route");
        assert_eq!(p.obstacle("net").as_deref(), Some("broken: no route"));
        assert_eq!(p.obstacle("gone"), None);
    }
