---
code: E0277
---
use std::fmt::Debug;

/// A way to get from one place to another.
pub trait Connection {
    fn minutes(&self) -> u32;
    fn cents(&self) -> u32;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Train {
    pub number: u16,
    pub minutes: u32,
}

impl Connection for Train {
    fn minutes(&self) -> u32 {
        self.minutes
    }
    fn cents(&self) -> u32 {
        self.minutes * 30
    }
}

/// The connections that no other one beats in both time and price.
fn worthwhile<C: Connection>(all: &[C]) -> Vec<&C> {
    all.iter()
        .filter(|c| !all.iter().any(|o| o.minutes() < c.minutes() && o.cents() < c.cents()))
        .collect()
}

pub struct Search<C> {
    found: Vec<C>,
}

impl<C> Search<C>
where
    C: Clone + Debug,
{
    pub fn new(found: &[C]) -> Self {
        Search { found: found.to_vec() }
    }

    /// What the traveller gets to see, one line per connection worth looking at.
    pub fn offers(&self) -> Vec<String> {
        worthwhile(&self.found).into_iter().map(|c| format!("{c:?}")).collect()
    }
}
==== fixed
use std::fmt::Debug;

/// A way to get from one place to another.
pub trait Connection {
    fn minutes(&self) -> u32;
    fn cents(&self) -> u32;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Train {
    pub number: u16,
    pub minutes: u32,
}

impl Connection for Train {
    fn minutes(&self) -> u32 {
        self.minutes
    }
    fn cents(&self) -> u32 {
        self.minutes * 30
    }
}

/// The connections that no other one beats in both time and price.
fn worthwhile<C: Connection>(all: &[C]) -> Vec<&C> {
    all.iter()
        .filter(|c| !all.iter().any(|o| o.minutes() < c.minutes() && o.cents() < c.cents()))
        .collect()
}

pub struct Search<C> {
    found: Vec<C>,
}

impl<C> Search<C>
where
    C: Connection + Clone + Debug,
{
    pub fn new(found: &[C]) -> Self {
        Search { found: found.to_vec() }
    }

    /// What the traveller gets to see, one line per connection worth looking at.
    pub fn offers(&self) -> Vec<String> {
        worthwhile(&self.found).into_iter().map(|c| format!("{c:?}")).collect()
    }
}
==== tests
#[derive(Debug, Clone)]
struct Bus(u32, u32);
impl Connection for Bus {
    fn minutes(&self) -> u32 {
        self.0
    }
    fn cents(&self) -> u32 {
        self.1
    }
}
#[test]
fn beaten_ones_are_left_out() {
    let s = Search::new(&[Bus(60, 900), Bus(50, 800), Bus(90, 100)]);
    assert_eq!(s.offers(), ["Bus(50, 800)", "Bus(90, 100)"]);
}
#[test]
fn trains() {
    let s = Search::new(&[Train { number: 4, minutes: 20 }, Train { number: 5, minutes: 10 }]);
    assert_eq!(s.offers(), ["Train { number: 5, minutes: 10 }"]);
}
