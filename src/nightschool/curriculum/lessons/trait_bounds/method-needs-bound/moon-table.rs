---
code: E0599
---
use std::fmt::Debug;

pub trait Orbit {
    fn period_days(&self) -> f64;

    fn phase(&self, day: f64) -> f64 {
        (day / self.period_days()).fract()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Moon {
    pub period_days: f64,
}

impl Orbit for Moon {
    fn period_days(&self) -> f64 {
        self.period_days
    }
}

pub struct System<M> {
    planet: String,
    moons: Vec<(String, M)>,
}

impl<M: Debug> System<M> {
    pub fn new(planet: &str) -> Self {
        System { planet: planet.to_string(), moons: Vec::new() }
    }

    pub fn with(mut self, name: &str, moon: M) -> Self {
        self.moons.push((name.to_string(), moon));
        self
    }

    /// Moons whose phase on that day lies in the first half of the orbit.
    pub fn outbound(&self, day: f64) -> Vec<&str> {
        self.moons
            .iter()
            .filter(|(_, moon)| moon.phase(day) < 0.5)
            .map(|(name, _)| name.as_str())
            .collect()
    }

    pub fn dump(&self) -> String {
        format!("{}: {:?}", self.planet, self.moons)
    }
}
==== fixed
use std::fmt::Debug;

pub trait Orbit {
    fn period_days(&self) -> f64;

    fn phase(&self, day: f64) -> f64 {
        (day / self.period_days()).fract()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Moon {
    pub period_days: f64,
}

impl Orbit for Moon {
    fn period_days(&self) -> f64 {
        self.period_days
    }
}

pub struct System<M> {
    planet: String,
    moons: Vec<(String, M)>,
}

impl<M: Debug + Orbit> System<M> {
    pub fn new(planet: &str) -> Self {
        System { planet: planet.to_string(), moons: Vec::new() }
    }

    pub fn with(mut self, name: &str, moon: M) -> Self {
        self.moons.push((name.to_string(), moon));
        self
    }

    /// Moons whose phase on that day lies in the first half of the orbit.
    pub fn outbound(&self, day: f64) -> Vec<&str> {
        self.moons
            .iter()
            .filter(|(_, moon)| moon.phase(day) < 0.5)
            .map(|(name, _)| name.as_str())
            .collect()
    }

    pub fn dump(&self) -> String {
        format!("{}: {:?}", self.planet, self.moons)
    }
}
==== tests
fn jupiter() -> System<Moon> {
    System::new("Jupiter")
        .with("Io", Moon { period_days: 2.0 })
        .with("Europa", Moon { period_days: 4.0 })
        .with("Callisto", Moon { period_days: 16.0 })
}

#[test]
fn first_half_of_the_orbit() {
    assert_eq!(jupiter().outbound(1.0), vec!["Europa", "Callisto"]);
    assert_eq!(jupiter().outbound(4.5), vec!["Io", "Europa", "Callisto"]);
    assert_eq!(jupiter().outbound(11.0), Vec::<&str>::new());
}

#[test]
fn dump_names_planet_and_moons() {
    let text = jupiter().dump();
    assert!(text.starts_with("Jupiter: ") && text.contains("Callisto"));
}
