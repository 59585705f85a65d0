---
code: E0515
---
//! Bus routes and the legs between their stops.

#[derive(Debug, Clone, PartialEq)]
pub struct Leg {
    pub from: String,
    pub to: String,
    pub minutes: u32,
}

pub struct Route {
    legs: Vec<Leg>,
}

impl Route {
    pub fn new(legs: &[(&str, &str, u32)]) -> Self {
        let legs = legs
            .iter()
            .map(|&(from, to, minutes)| Leg { from: from.to_string(), to: to.to_string(), minutes })
            .collect();
        Route { legs }
    }

    /// The legs longer than `minutes`, longest first. The route itself keeps
    /// its order.
    pub fn slow_legs(&self, minutes: u32) -> Vec<&Leg> {
        let mut sorted = self.legs.clone();
        sorted.sort_by(|a, b| b.minutes.cmp(&a.minutes));
        sorted.iter().filter(|leg| leg.minutes > minutes).collect()
    }

    pub fn stops(&self) -> Vec<&str> {
        let mut stops: Vec<&str> = self.legs.iter().map(|leg| leg.from.as_str()).collect();
        stops.extend(self.legs.last().map(|leg| leg.to.as_str()));
        stops
    }
}
==== fixed
//! Bus routes and the legs between their stops.

#[derive(Debug, Clone, PartialEq)]
pub struct Leg {
    pub from: String,
    pub to: String,
    pub minutes: u32,
}

pub struct Route {
    legs: Vec<Leg>,
}

impl Route {
    pub fn new(legs: &[(&str, &str, u32)]) -> Self {
        let legs = legs
            .iter()
            .map(|&(from, to, minutes)| Leg { from: from.to_string(), to: to.to_string(), minutes })
            .collect();
        Route { legs }
    }

    /// The legs longer than `minutes`, longest first. The route itself keeps
    /// its order.
    pub fn slow_legs(&self, minutes: u32) -> Vec<&Leg> {
        let mut sorted: Vec<&Leg> = self.legs.iter().collect();
        sorted.sort_by(|a, b| b.minutes.cmp(&a.minutes));
        sorted.into_iter().filter(|leg| leg.minutes > minutes).collect()
    }

    pub fn stops(&self) -> Vec<&str> {
        let mut stops: Vec<&str> = self.legs.iter().map(|leg| leg.from.as_str()).collect();
        stops.extend(self.legs.last().map(|leg| leg.to.as_str()));
        stops
    }
}
==== tests
fn route() -> Route {
    Route::new(&[("mill", "church", 4), ("church", "lake", 11), ("lake", "fair", 7)])
}

#[test]
fn longest_first() {
    let route = route();
    let slow: Vec<u32> = route.slow_legs(5).iter().map(|leg| leg.minutes).collect();
    assert_eq!(slow, [11, 7]);
    assert!(route.slow_legs(20).is_empty());
}

#[test]
fn equal_legs_stay_in_order() {
    let route = Route::new(&[("a", "b", 5), ("b", "c", 5), ("c", "d", 9)]);
    let from: Vec<String> = route.slow_legs(1).iter().map(|leg| leg.from.clone()).collect();
    assert_eq!(from, ["c", "a", "b"]);
}

#[test]
fn stops_in_order() {
    assert_eq!(route().stops(), ["mill", "church", "lake", "fair"]);
}
