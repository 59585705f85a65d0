---
code: E0599
---
use std::fmt::Debug;

pub trait Unit {
    /// How many base units one of this is.
    fn factor(&self) -> f64;
    fn symbol(&self) -> &'static str;
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mile;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foot;

impl Unit for Mile {
    fn factor(&self) -> f64 {
        1609.344
    }
    fn symbol(&self) -> &'static str {
        "mi"
    }
}

impl Unit for Foot {
    fn factor(&self) -> f64 {
        0.3048
    }
    fn symbol(&self) -> &'static str {
        "ft"
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Quantity<U> {
    pub amount: f64,
    pub unit: U,
}

impl<U: Debug> Quantity<U> {
    pub fn to<V>(&self, unit: V) -> Quantity<V> {
        let amount = self.amount * self.unit.factor() / unit.factor();
        Quantity { amount, unit }
    }

    pub fn label(&self) -> String {
        format!("{} {:?}", self.amount, self.unit)
    }
}
==== fixed
use std::fmt::Debug;

pub trait Unit {
    /// How many base units one of this is.
    fn factor(&self) -> f64;
    fn symbol(&self) -> &'static str;
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mile;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foot;

impl Unit for Mile {
    fn factor(&self) -> f64 {
        1609.344
    }
    fn symbol(&self) -> &'static str {
        "mi"
    }
}

impl Unit for Foot {
    fn factor(&self) -> f64 {
        0.3048
    }
    fn symbol(&self) -> &'static str {
        "ft"
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Quantity<U> {
    pub amount: f64,
    pub unit: U,
}

impl<U: Debug> Quantity<U> {
    pub fn to<V: Unit>(&self, unit: V) -> Quantity<V>
    where
        U: Unit,
    {
        let amount = self.amount * self.unit.factor() / unit.factor();
        Quantity { amount, unit }
    }

    pub fn label(&self) -> String {
        format!("{} {:?}", self.amount, self.unit)
    }
}
==== tests
#[test]
fn mile_to_feet_and_back() {
    let feet = Quantity { amount: 2.0, unit: Mile }.to(Foot);
    assert!((feet.amount - 10560.0).abs() < 1e-6);
    assert_eq!(feet.unit, Foot);
    let miles = feet.to(Mile);
    assert!((miles.amount - 2.0).abs() < 1e-9);
    assert_eq!(miles.unit.symbol(), "mi");
}

#[test]
fn label_names_the_unit() {
    assert_eq!(Quantity { amount: 1.5, unit: Foot }.label(), "1.5 Foot");
}
