---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    pub name: String,
    pub right_ascension: f64,
    pub declination: f64,
}

#[derive(Debug, PartialEq)]
pub enum SlewError {
    NoTarget,
    BelowHorizon(String),
}

pub struct Telescope {
    latitude: f64,
    target: Option<Target>,
    slews: u32,
}

impl Telescope {
    pub fn new(latitude: f64) -> Self {
        Telescope { latitude, target: None, slews: 0 }
    }

    pub fn aim(&mut self, target: Target) {
        self.target = Some(target);
    }

    pub fn target_name(&self) -> Option<&str> {
        self.target.as_ref().map(|t| t.name.as_str())
    }

    /// Altitude at culmination. The telescope keeps following its target.
    pub fn culmination(&self) -> Result<f64, SlewError> {
        let target = self.target.ok_or(SlewError::NoTarget)?;
        let altitude = 90.0 - (self.latitude - target.declination).abs();
        if altitude < 0.0 {
            return Err(SlewError::BelowHorizon(target.name));
        }
        Ok(altitude)
    }

    pub fn slew(&mut self) -> Result<u32, SlewError> {
        self.culmination()?;
        self.slews += 1;
        Ok(self.slews)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    pub name: String,
    pub right_ascension: f64,
    pub declination: f64,
}

#[derive(Debug, PartialEq)]
pub enum SlewError {
    NoTarget,
    BelowHorizon(String),
}

pub struct Telescope {
    latitude: f64,
    target: Option<Target>,
    slews: u32,
}

impl Telescope {
    pub fn new(latitude: f64) -> Self {
        Telescope { latitude, target: None, slews: 0 }
    }

    pub fn aim(&mut self, target: Target) {
        self.target = Some(target);
    }

    pub fn target_name(&self) -> Option<&str> {
        self.target.as_ref().map(|t| t.name.as_str())
    }

    /// Altitude at culmination. The telescope keeps following its target.
    pub fn culmination(&self) -> Result<f64, SlewError> {
        let target = self.target.as_ref().ok_or(SlewError::NoTarget)?;
        let altitude = 90.0 - (self.latitude - target.declination).abs();
        if altitude < 0.0 {
            return Err(SlewError::BelowHorizon(target.name.clone()));
        }
        Ok(altitude)
    }

    pub fn slew(&mut self) -> Result<u32, SlewError> {
        self.culmination()?;
        self.slews += 1;
        Ok(self.slews)
    }
}
==== tests
fn star(name: &str, declination: f64) -> Target {
    Target { name: name.to_string(), right_ascension: 5.0, declination }
}

#[test]
fn culmination_keeps_the_target() {
    let mut scope = Telescope::new(50.0);
    scope.aim(star("Capella", 46.0));
    assert_eq!(scope.culmination(), Ok(86.0));
    assert_eq!(scope.culmination(), Ok(86.0));
    assert_eq!(scope.target_name(), Some("Capella"));
    assert_eq!(scope.slew(), Ok(1));
    assert_eq!(scope.slew(), Ok(2));
}

#[test]
fn without_target() {
    assert_eq!(Telescope::new(50.0).slew(), Err(SlewError::NoTarget));
}

#[test]
fn below_horizon_is_named() {
    let mut scope = Telescope::new(50.0);
    scope.aim(star("Acrux", -63.0));
    assert_eq!(scope.slew(), Err(SlewError::BelowHorizon("Acrux".to_string())));
    assert_eq!(scope.target_name(), Some("Acrux"));
}
