---
code: E0373
edition: "2024"
---
//! A catalogue of hiking trails.

#[derive(Debug, Clone, PartialEq)]
pub struct Trail {
    pub name: String,
    pub km: f64,
    pub climb: u32,
}

pub struct Catalogue {
    trails: Vec<Trail>,
}

impl Catalogue {
    pub fn new(trails: Vec<Trail>) -> Self {
        Catalogue { trails }
    }

    /// The trails that a group can do in so many hours, at 4 km an hour and
    /// an hour more for each 300 m of climb.
    pub fn within(&self, hours: f64) -> impl Iterator<Item = &Trail> {
        self.trails.iter().filter(|trail| {
            let needed = trail.km / 4.0 + f64::from(trail.climb) / 300.0;
            needed <= hours
        })
    }

    pub fn names_within(&self, hours: f64) -> Vec<&str> {
        self.within(hours).map(|trail| trail.name.as_str()).collect()
    }

    /// The trail with the most climb among those within reach.
    pub fn hardest_within(&self, hours: f64) -> Option<&Trail> {
        self.within(hours).max_by_key(|trail| trail.climb)
    }
}
==== fixed
//! A catalogue of hiking trails.

#[derive(Debug, Clone, PartialEq)]
pub struct Trail {
    pub name: String,
    pub km: f64,
    pub climb: u32,
}

pub struct Catalogue {
    trails: Vec<Trail>,
}

impl Catalogue {
    pub fn new(trails: Vec<Trail>) -> Self {
        Catalogue { trails }
    }

    /// The trails that a group can do in so many hours, at 4 km an hour and
    /// an hour more for each 300 m of climb.
    pub fn within(&self, hours: f64) -> impl Iterator<Item = &Trail> {
        self.trails.iter().filter(move |trail| {
            let needed = trail.km / 4.0 + f64::from(trail.climb) / 300.0;
            needed <= hours
        })
    }

    pub fn names_within(&self, hours: f64) -> Vec<&str> {
        self.within(hours).map(|trail| trail.name.as_str()).collect()
    }

    /// The trail with the most climb among those within reach.
    pub fn hardest_within(&self, hours: f64) -> Option<&Trail> {
        self.within(hours).max_by_key(|trail| trail.climb)
    }
}
==== tests
fn catalogue() -> Catalogue {
    let trail = |name: &str, km, climb| Trail { name: name.to_string(), km, climb };
    Catalogue::new(vec![trail("lake", 8.0, 0), trail("peak", 12.0, 900), trail("ridge", 10.0, 450)])
}

#[test]
fn within_reach() {
    let catalogue = catalogue();
    assert_eq!(catalogue.names_within(2.0), ["lake"]);
    assert_eq!(catalogue.names_within(4.0), ["lake", "ridge"]);
    assert!(catalogue.names_within(1.0).is_empty());
}

#[test]
fn hardest() {
    let catalogue = catalogue();
    assert_eq!(catalogue.hardest_within(6.0).unwrap().name, "peak");
    assert_eq!(catalogue.hardest_within(5.0).unwrap().name, "ridge");
    assert_eq!(catalogue.hardest_within(0.5), None);
}
