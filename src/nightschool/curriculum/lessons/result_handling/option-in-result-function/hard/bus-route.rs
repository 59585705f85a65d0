---
code: E0277
---
//! Travel times on a bus network.

use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum RouteError {
    TooShort,
    NoService { from: String, to: String },
}

#[derive(Default)]
pub struct Network {
    minutes: HashMap<(String, String), u32>,
}

impl Network {
    /// Buses run in both directions and are equally slow in both.
    pub fn connect(&mut self, a: &str, b: &str, minutes: u32) {
        self.minutes.insert((a.to_string(), b.to_string()), minutes);
        self.minutes.insert((b.to_string(), a.to_string()), minutes);
    }

    fn leg(&self, from: &str, to: &str) -> Option<u32> {
        self.minutes.get(&(from.to_string(), to.to_string())).copied()
    }

    /// Minutes to ride along all stops. Fails at the first leg that no
    /// bus serves, and says which one it is.
    pub fn travel_time(&self, stops: &[&str]) -> Result<u32, RouteError> {
        if stops.len() < 2 {
            return Err(RouteError::TooShort);
        }
        let mut total = 0;
        for pair in stops.windows(2) {
            total += self.leg(pair[0], pair[1])?;
        }
        Ok(total)
    }
}
==== fixed
//! Travel times on a bus network.

use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum RouteError {
    TooShort,
    NoService { from: String, to: String },
}

#[derive(Default)]
pub struct Network {
    minutes: HashMap<(String, String), u32>,
}

impl Network {
    /// Buses run in both directions and are equally slow in both.
    pub fn connect(&mut self, a: &str, b: &str, minutes: u32) {
        self.minutes.insert((a.to_string(), b.to_string()), minutes);
        self.minutes.insert((b.to_string(), a.to_string()), minutes);
    }

    fn leg(&self, from: &str, to: &str) -> Option<u32> {
        self.minutes.get(&(from.to_string(), to.to_string())).copied()
    }

    /// Minutes to ride along all stops. Fails at the first leg that no
    /// bus serves, and says which one it is.
    pub fn travel_time(&self, stops: &[&str]) -> Result<u32, RouteError> {
        if stops.len() < 2 {
            return Err(RouteError::TooShort);
        }
        let mut total = 0;
        for pair in stops.windows(2) {
            total += self.leg(pair[0], pair[1]).ok_or_else(|| RouteError::NoService {
                from: pair[0].to_string(),
                to: pair[1].to_string(),
            })?;
        }
        Ok(total)
    }
}
==== tests
fn network() -> Network {
    let mut network = Network::default();
    network.connect("harbour", "market", 7);
    network.connect("market", "zoo", 12);
    network
}

#[test]
fn rides_along() {
    assert_eq!(network().travel_time(&["zoo", "market", "harbour"]), Ok(19));
    assert_eq!(network().travel_time(&["zoo"]), Err(RouteError::TooShort));
}

#[test]
fn says_which_leg_is_missing() {
    let missing = RouteError::NoService { from: "market".to_string(), to: "mill".to_string() };
    assert_eq!(network().travel_time(&["harbour", "market", "mill", "zoo"]), Err(missing));
}
