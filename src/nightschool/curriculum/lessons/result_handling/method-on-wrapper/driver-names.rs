---
code: E0599
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Driver {
    pub name: String,
    pub depot: Option<String>,
}

#[derive(Default)]
pub struct Roster {
    drivers: BTreeMap<u32, Driver>,
}

impl Roster {
    pub fn hire(&mut self, id: u32, name: &str, depot: Option<&str>) {
        self.drivers.insert(
            id,
            Driver {
                name: name.to_string(),
                depot: depot.map(str::to_string),
            },
        );
    }

    /// `name @ DEPOT`; a driver without a depot of their own is marked `name @ POOL`.
    fn badge(driver: &Driver) -> String {
        format!("{} @ {}", driver.name, driver.depot.to_uppercase())
    }

    pub fn badges(&self) -> Vec<String> {
        self.drivers.values().map(Self::badge).collect()
    }

    pub fn based_at(&self, depot: &str) -> usize {
        self.drivers
            .values()
            .filter(|driver| driver.depot.as_deref() == Some(depot))
            .count()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Driver {
    pub name: String,
    pub depot: Option<String>,
}

#[derive(Default)]
pub struct Roster {
    drivers: BTreeMap<u32, Driver>,
}

impl Roster {
    pub fn hire(&mut self, id: u32, name: &str, depot: Option<&str>) {
        self.drivers.insert(
            id,
            Driver {
                name: name.to_string(),
                depot: depot.map(str::to_string),
            },
        );
    }

    /// `name @ DEPOT`; a driver without a depot of their own is marked `name @ POOL`.
    fn badge(driver: &Driver) -> String {
        let depot = driver.depot.as_deref().unwrap_or("pool");
        format!("{} @ {}", driver.name, depot.to_uppercase())
    }

    pub fn badges(&self) -> Vec<String> {
        self.drivers.values().map(Self::badge).collect()
    }

    pub fn based_at(&self, depot: &str) -> usize {
        self.drivers
            .values()
            .filter(|driver| driver.depot.as_deref() == Some(depot))
            .count()
    }
}
==== tests
fn roster() -> Roster {
    let mut r = Roster::default();
    r.hire(9, "Mia", None);
    r.hire(2, "Karl", Some("Kiel"));
    r.hire(5, "Zoe", Some("ulm"));
    r
}

#[test]
fn badges_by_id() {
    assert_eq!(roster().badges(), vec!["Karl @ KIEL", "Zoe @ ULM", "Mia @ POOL"]);
}

#[test]
fn depots_are_unchanged() {
    let r = roster();
    r.badges();
    assert_eq!(r.based_at("Kiel"), 1);
    assert_eq!(r.based_at("pool"), 0);
    assert!(Roster::default().badges().is_empty());
}
