---
code: E0373
---
use std::collections::BTreeMap;

/// A heating curve: flow temperature by outside temperature.
pub struct Curve {
    points: BTreeMap<i32, i32>,
}

impl Curve {
    pub fn new(points: &[(i32, i32)]) -> Self {
        Curve { points: points.iter().copied().collect() }
    }

    pub fn at(&self, outside: i32) -> Option<i32> {
        self.points.range(..=outside).next_back().map(|(_, flow)| *flow)
    }

    /// The curve as a function, raised by some degrees for cold houses.
    /// Below the first point it gives the fallback, which is not raised.
    pub fn raised(&self, degrees: i32, fallback: i32) -> impl Fn(i32) -> i32 + '_ {
        |outside| match self.at(outside) {
            Some(flow) => flow + degrees,
            None => fallback,
        }
    }
}

pub fn day_plan(curve: &Curve, outside: &[i32]) -> Vec<i32> {
    let flow = curve.raised(0, 30);
    outside.iter().map(|&t| flow(t)).collect()
}
==== fixed
use std::collections::BTreeMap;

/// A heating curve: flow temperature by outside temperature.
pub struct Curve {
    points: BTreeMap<i32, i32>,
}

impl Curve {
    pub fn new(points: &[(i32, i32)]) -> Self {
        Curve { points: points.iter().copied().collect() }
    }

    pub fn at(&self, outside: i32) -> Option<i32> {
        self.points.range(..=outside).next_back().map(|(_, flow)| *flow)
    }

    /// The curve as a function, raised by some degrees for cold houses.
    /// Below the first point it gives the fallback, which is not raised.
    pub fn raised(&self, degrees: i32, fallback: i32) -> impl Fn(i32) -> i32 + '_ {
        move |outside| match self.at(outside) {
            Some(flow) => flow + degrees,
            None => fallback,
        }
    }
}

pub fn day_plan(curve: &Curve, outside: &[i32]) -> Vec<i32> {
    let flow = curve.raised(0, 30);
    outside.iter().map(|&t| flow(t)).collect()
}
==== tests
#[test]
fn curve_is_raised() {
    let curve = Curve::new(&[(-10, 60), (0, 45), (10, 35)]);
    let flow = curve.raised(5, 20);
    assert_eq!(flow(-3), 65);
    assert_eq!(flow(0), 50);
    assert_eq!(flow(40), 40);
    assert_eq!(flow(-11), 20);
}

#[test]
fn plan_for_a_day() {
    let curve = Curve::new(&[(0, 45), (10, 35)]);
    assert_eq!(day_plan(&curve, &[-1, 0, 9, 10]), [30, 45, 45, 35]);
}
