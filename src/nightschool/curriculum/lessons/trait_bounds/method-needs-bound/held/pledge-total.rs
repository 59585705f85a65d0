---
code: E0599
---
use std::collections::HashMap;
use std::hash::Hash;

/// Anything that promises money to a charity.
pub trait Pledge {
    fn cents(&self) -> u64;
}

pub struct Monthly {
    pub cents: u64,
    pub months: u64,
}

pub struct Once(pub u64);

impl Pledge for Monthly {
    fn cents(&self) -> u64 {
        self.cents * self.months
    }
}

impl Pledge for Once {
    fn cents(&self) -> u64 {
        self.0
    }
}

/// Pledges kept under the donor that made them.
pub struct Register<D, P> {
    entries: HashMap<D, Vec<P>>,
}

impl<D, P> Register<D, P>
where
    D: Eq + Hash,
{
    pub fn new() -> Self {
        Register { entries: HashMap::new() }
    }

    pub fn add(&mut self, donor: D, pledge: P) {
        self.entries.entry(donor).or_default().push(pledge);
    }

    /// What one donor has promised altogether.
    pub fn promised(&self, donor: &D) -> u64 {
        self.entries
            .get(donor)
            .map_or(0, |pledges| pledges.iter().map(|p| p.cents()).sum())
    }
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// Anything that promises money to a charity.
pub trait Pledge {
    fn cents(&self) -> u64;
}

pub struct Monthly {
    pub cents: u64,
    pub months: u64,
}

pub struct Once(pub u64);

impl Pledge for Monthly {
    fn cents(&self) -> u64 {
        self.cents * self.months
    }
}

impl Pledge for Once {
    fn cents(&self) -> u64 {
        self.0
    }
}

/// Pledges kept under the donor that made them.
pub struct Register<D, P> {
    entries: HashMap<D, Vec<P>>,
}

impl<D, P> Register<D, P>
where
    D: Eq + Hash,
    P: Pledge,
{
    pub fn new() -> Self {
        Register { entries: HashMap::new() }
    }

    pub fn add(&mut self, donor: D, pledge: P) {
        self.entries.entry(donor).or_default().push(pledge);
    }

    /// What one donor has promised altogether.
    pub fn promised(&self, donor: &D) -> u64 {
        self.entries
            .get(donor)
            .map_or(0, |pledges| pledges.iter().map(|p| p.cents()).sum())
    }
}
==== tests
#[test]
fn sums_monthly() {
    let mut r = Register::new();
    r.add("ina", Monthly { cents: 500, months: 12 });
    r.add("ina", Monthly { cents: 100, months: 3 });
    r.add("bob", Monthly { cents: 1, months: 1 });
    assert_eq!(r.promised(&"ina"), 6300);
}
#[test]
fn sums_once_and_unknown() {
    let mut r = Register::new();
    r.add(7u8, Once(250));
    assert_eq!(r.promised(&7), 250);
    assert_eq!(r.promised(&8), 0);
}
