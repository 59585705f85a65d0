---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Drive {
    Diesel { litres: f64, per_100km: f64 },
    Battery { kwh: f64, per_100km: f64 },
    Towed,
}

#[derive(Debug, PartialEq)]
pub enum RangeError {
    NoDrive,
    BadConsumption,
}

fn reach(store: f64, per_100km: f64) -> Result<f64, RangeError> {
    if per_100km <= 0.0 {
        return Err(RangeError::BadConsumption);
    }
    Ok(store / per_100km * 100.0)
}

impl Drive {
    /// How far it goes; a battery is never run below a tenth of its charge.
    pub fn range_km(&self) -> Result<f64, RangeError> {
        match self {
            Drive::Diesel { litres, per_100km } => reach(*litres, *per_100km),
            Drive::Battery { kwh, per_100km } => {
                let usable = reach(*kwh, *per_100km)?;
                usable * 0.9
            }
            Drive::Towed => Err(RangeError::NoDrive),
        }
    }
}

pub fn able(fleet: &HashMap<String, Drive>, km: f64) -> Vec<&str> {
    let mut names: Vec<&str> = fleet
        .iter()
        .filter(|(_, drive)| drive.range_km().map_or(false, |range| range >= km))
        .map(|(name, _)| name.as_str())
        .collect();
    names.sort_unstable();
    names
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Drive {
    Diesel { litres: f64, per_100km: f64 },
    Battery { kwh: f64, per_100km: f64 },
    Towed,
}

#[derive(Debug, PartialEq)]
pub enum RangeError {
    NoDrive,
    BadConsumption,
}

fn reach(store: f64, per_100km: f64) -> Result<f64, RangeError> {
    if per_100km <= 0.0 {
        return Err(RangeError::BadConsumption);
    }
    Ok(store / per_100km * 100.0)
}

impl Drive {
    /// How far it goes; a battery is never run below a tenth of its charge.
    pub fn range_km(&self) -> Result<f64, RangeError> {
        match self {
            Drive::Diesel { litres, per_100km } => reach(*litres, *per_100km),
            Drive::Battery { kwh, per_100km } => {
                let usable = reach(*kwh, *per_100km)?;
                Ok(usable * 0.9)
            }
            Drive::Towed => Err(RangeError::NoDrive),
        }
    }
}

pub fn able(fleet: &HashMap<String, Drive>, km: f64) -> Vec<&str> {
    let mut names: Vec<&str> = fleet
        .iter()
        .filter(|(_, drive)| drive.range_km().map_or(false, |range| range >= km))
        .map(|(name, _)| name.as_str())
        .collect();
    names.sort_unstable();
    names
}
==== tests
#[test]
fn ranges() {
    assert_eq!(Drive::Diesel { litres: 50.0, per_100km: 10.0 }.range_km(), Ok(500.0));
    let b = Drive::Battery { kwh: 40.0, per_100km: 20.0 }.range_km().unwrap();
    assert!((b - 180.0).abs() < 1e-9);
}

#[test]
fn errors_are_kept() {
    assert_eq!(Drive::Towed.range_km(), Err(RangeError::NoDrive));
    assert_eq!(
        Drive::Battery { kwh: 40.0, per_100km: 0.0 }.range_km(),
        Err(RangeError::BadConsumption)
    );
}

#[test]
fn able_ones() {
    let mut f = HashMap::new();
    f.insert("van".to_string(), Drive::Battery { kwh: 40.0, per_100km: 20.0 });
    f.insert("lorry".to_string(), Drive::Diesel { litres: 50.0, per_100km: 25.0 });
    f.insert("trailer".to_string(), Drive::Towed);
    assert_eq!(able(&f, 190.0), vec!["lorry"]);
    assert_eq!(able(&f, 100.0), vec!["lorry", "van"]);
}
