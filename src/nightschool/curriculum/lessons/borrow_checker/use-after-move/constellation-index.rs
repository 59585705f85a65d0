---
code: E0382
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Star {
    pub name: String,
    pub constellation: String,
    pub magnitude: f64,
}

#[derive(Default)]
pub struct Catalogue {
    stars: HashMap<String, Star>,
    order: Vec<String>,
    faintest_naked_eye: Vec<String>,
}

impl Catalogue {
    pub const NAKED_EYE_LIMIT: f64 = 6.0;

    /// Files a star under its name. A star that is already known is replaced
    /// and keeps its place in the order. Returns whether it was new.
    pub fn insert(&mut self, star: Star) -> bool {
        let name = star.name.clone();
        let new = self.stars.insert(name.clone(), star).is_none();
        if star.magnitude > Self::NAKED_EYE_LIMIT {
            self.faintest_naked_eye.retain(|n| *n != name);
        } else if !self.faintest_naked_eye.contains(&name) {
            self.faintest_naked_eye.push(name.clone());
        }
        if new {
            self.order.push(name);
        }
        new
    }

    pub fn in_order(&self) -> Vec<&Star> {
        self.order.iter().map(|name| &self.stars[name]).collect()
    }

    pub fn visible(&self) -> &[String] {
        &self.faintest_naked_eye
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Star {
    pub name: String,
    pub constellation: String,
    pub magnitude: f64,
}

#[derive(Default)]
pub struct Catalogue {
    stars: HashMap<String, Star>,
    order: Vec<String>,
    faintest_naked_eye: Vec<String>,
}

impl Catalogue {
    pub const NAKED_EYE_LIMIT: f64 = 6.0;

    /// Files a star under its name. A star that is already known is replaced
    /// and keeps its place in the order. Returns whether it was new.
    pub fn insert(&mut self, star: Star) -> bool {
        let name = star.name.clone();
        if star.magnitude > Self::NAKED_EYE_LIMIT {
            self.faintest_naked_eye.retain(|n| *n != name);
        } else if !self.faintest_naked_eye.contains(&name) {
            self.faintest_naked_eye.push(name.clone());
        }
        let new = self.stars.insert(name.clone(), star).is_none();
        if new {
            self.order.push(name);
        }
        new
    }

    pub fn in_order(&self) -> Vec<&Star> {
        self.order.iter().map(|name| &self.stars[name]).collect()
    }

    pub fn visible(&self) -> &[String] {
        &self.faintest_naked_eye
    }
}
==== tests
fn star(name: &str, magnitude: f64) -> Star {
    Star { name: name.to_string(), constellation: "Cetus".to_string(), magnitude }
}

#[test]
fn replacing_keeps_the_place() {
    let mut catalogue = Catalogue::default();
    assert!(catalogue.insert(star("Mira", 3.0)));
    assert!(catalogue.insert(star("Diphda", 2.0)));
    assert!(!catalogue.insert(star("Mira", 9.1)));
    let magnitudes: Vec<f64> = catalogue.in_order().iter().map(|s| s.magnitude).collect();
    assert_eq!(magnitudes, vec![9.1, 2.0]);
    assert_eq!(catalogue.visible(), &["Diphda".to_string()]);
}

#[test]
fn visible_once() {
    let mut catalogue = Catalogue::default();
    catalogue.insert(star("Mira", 6.0));
    catalogue.insert(star("Mira", 2.0));
    catalogue.insert(star("Faint", 6.5));
    assert_eq!(catalogue.visible(), &["Mira".to_string()]);
    assert_eq!(catalogue.in_order().len(), 2);
}
