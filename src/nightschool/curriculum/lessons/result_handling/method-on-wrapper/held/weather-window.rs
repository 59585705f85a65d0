---
code: E0599
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wind {
    pub knots: u32,
    pub gusts: u32,
}

impl Wind {
    pub fn worst(&self) -> u32 {
        self.knots.max(self.gusts)
    }
}

#[derive(Debug, PartialEq)]
pub enum FlightError {
    NoForecast(u32),
    TooWindy { hour: u32, knots: u32 },
}

#[derive(Default)]
pub struct Forecast {
    by_hour: BTreeMap<u32, Wind>,
}

impl Forecast {
    pub fn set(&mut self, hour: u32, knots: u32, gusts: u32) {
        self.by_hour.insert(hour, Wind { knots, gusts });
    }

    fn wind(&self, hour: u32) -> Result<Wind, FlightError> {
        self.by_hour.get(&hour).copied().ok_or(FlightError::NoForecast(hour))
    }

    /// Checks every hour of a drone flight. Hours without a forecast ground the drone.
    pub fn clear_for(&self, hours: std::ops::Range<u32>, limit: u32) -> Result<u32, FlightError> {
        let mut strongest = 0;
        for hour in hours {
            let knots = self.wind(hour).worst();
            if knots > limit {
                return Err(FlightError::TooWindy { hour, knots });
            }
            strongest = strongest.max(knots);
        }
        Ok(strongest)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wind {
    pub knots: u32,
    pub gusts: u32,
}

impl Wind {
    pub fn worst(&self) -> u32 {
        self.knots.max(self.gusts)
    }
}

#[derive(Debug, PartialEq)]
pub enum FlightError {
    NoForecast(u32),
    TooWindy { hour: u32, knots: u32 },
}

#[derive(Default)]
pub struct Forecast {
    by_hour: BTreeMap<u32, Wind>,
}

impl Forecast {
    pub fn set(&mut self, hour: u32, knots: u32, gusts: u32) {
        self.by_hour.insert(hour, Wind { knots, gusts });
    }

    fn wind(&self, hour: u32) -> Result<Wind, FlightError> {
        self.by_hour.get(&hour).copied().ok_or(FlightError::NoForecast(hour))
    }

    /// Checks every hour of a drone flight. Hours without a forecast ground the drone.
    pub fn clear_for(&self, hours: std::ops::Range<u32>, limit: u32) -> Result<u32, FlightError> {
        let mut strongest = 0;
        for hour in hours {
            let knots = self.wind(hour)?.worst();
            if knots > limit {
                return Err(FlightError::TooWindy { hour, knots });
            }
            strongest = strongest.max(knots);
        }
        Ok(strongest)
    }
}
==== tests
fn forecast() -> Forecast {
    let mut f = Forecast::default();
    f.set(8, 5, 9);
    f.set(9, 11, 10);
    f.set(10, 12, 31);
    f
}

#[test]
fn calm_hours() {
    assert_eq!(forecast().clear_for(8..10, 20), Ok(11));
    assert_eq!(forecast().clear_for(8..9, 9), Ok(9));
    assert_eq!(forecast().clear_for(8..11, 20), Err(FlightError::TooWindy { hour: 10, knots: 31 }));
}

#[test]
fn missing_forecast_grounds() {
    assert_eq!(forecast().clear_for(7..9, 20), Err(FlightError::NoForecast(7)));
    assert_eq!(forecast().clear_for(10..12, 40), Err(FlightError::NoForecast(11)));
}
