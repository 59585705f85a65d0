---
code: E0277
---
use std::collections::BTreeMap;

pub trait Body {
    /// Distance from the sun in astronomical units on the given day.
    fn distance_au(&self, day: f64) -> f64;
}

pub struct Circular {
    pub radius: f64,
}

pub struct Elliptic {
    pub semi_major: f64,
    pub eccentricity: f64,
    pub period_days: f64,
}

impl Body for Circular {
    fn distance_au(&self, _day: f64) -> f64 {
        self.radius
    }
}

impl Body for Elliptic {
    fn distance_au(&self, day: f64) -> f64 {
        let angle = std::f64::consts::TAU * day / self.period_days;
        self.semi_major * (1.0 - self.eccentricity * angle.cos())
    }
}

#[derive(Default)]
pub struct Ephemeris {
    bodies: BTreeMap<String, dyn Body>,
}

impl Ephemeris {
    pub fn add(&mut self, name: &str, body: impl Body + 'static) {
        self.bodies.insert(name.to_string(), body);
    }

    /// Names of the bodies nearer to the sun than `limit`, in order of name.
    pub fn within(&self, limit: f64, day: f64) -> Vec<&str> {
        let near = self.bodies.iter().filter(|(_, body)| body.distance_au(day) < limit);
        near.map(|(name, _)| name.as_str()).collect()
    }
}
==== fixed
use std::collections::BTreeMap;

pub trait Body {
    /// Distance from the sun in astronomical units on the given day.
    fn distance_au(&self, day: f64) -> f64;
}

pub struct Circular {
    pub radius: f64,
}

pub struct Elliptic {
    pub semi_major: f64,
    pub eccentricity: f64,
    pub period_days: f64,
}

impl Body for Circular {
    fn distance_au(&self, _day: f64) -> f64 {
        self.radius
    }
}

impl Body for Elliptic {
    fn distance_au(&self, day: f64) -> f64 {
        let angle = std::f64::consts::TAU * day / self.period_days;
        self.semi_major * (1.0 - self.eccentricity * angle.cos())
    }
}

#[derive(Default)]
pub struct Ephemeris {
    bodies: BTreeMap<String, Box<dyn Body>>,
}

impl Ephemeris {
    pub fn add(&mut self, name: &str, body: impl Body + 'static) {
        self.bodies.insert(name.to_string(), Box::new(body));
    }

    /// Names of the bodies nearer to the sun than `limit`, in order of name.
    pub fn within(&self, limit: f64, day: f64) -> Vec<&str> {
        let near = self.bodies.iter().filter(|(_, body)| body.distance_au(day) < limit);
        near.map(|(name, _)| name.as_str()).collect()
    }
}
==== tests
fn ephemeris() -> Ephemeris {
    let mut all = Ephemeris::default();
    all.add("venus", Circular { radius: 0.72 });
    all.add("mercury", Elliptic { semi_major: 0.4, eccentricity: 0.2, period_days: 88.0 });
    all.add("comet", Elliptic { semi_major: 4.0, eccentricity: 0.9, period_days: 2000.0 });
    all
}

#[test]
fn in_order_of_name() {
    assert_eq!(ephemeris().within(1.0, 0.0), vec!["comet", "mercury", "venus"]);
}

#[test]
fn depends_on_the_day() {
    assert_eq!(ephemeris().within(1.0, 1000.0), vec!["mercury", "venus"]);
    assert_eq!(ephemeris().within(0.42, 44.0), Vec::<&str>::new());
    assert_eq!(ephemeris().within(0.42, 88.0), vec!["mercury"]);
}
