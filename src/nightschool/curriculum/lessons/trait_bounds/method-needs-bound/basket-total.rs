---
code: E0599
---
use std::collections::HashMap;

pub trait Priced {
    fn unit_cents(&self) -> u32;

    /// The price for `n` pieces; kinds with a bulk discount override this.
    fn cents_for(&self, n: u32) -> u32 {
        self.unit_cents() * n
    }
}

pub struct Tin {
    pub cents: u32,
}

pub struct Egg;

impl Priced for Tin {
    fn unit_cents(&self) -> u32 {
        self.cents
    }
}

impl Priced for Egg {
    fn unit_cents(&self) -> u32 {
        30
    }

    fn cents_for(&self, n: u32) -> u32 {
        n / 10 * 250 + n % 10 * self.unit_cents()
    }
}

pub struct Basket<P> {
    lines: HashMap<String, (P, u32)>,
}

impl<P> Basket<P> {
    pub fn new() -> Self {
        Basket { lines: HashMap::new() }
    }

    pub fn add(&mut self, name: &str, product: P, pieces: u32) {
        let line = self.lines.entry(name.to_string()).or_insert((product, 0));
        line.1 += pieces;
    }

    pub fn total_cents(&self) -> u32 {
        self.lines.values().map(|(p, n)| p.cents_for(*n)).sum()
    }
}
==== fixed
use std::collections::HashMap;

pub trait Priced {
    fn unit_cents(&self) -> u32;

    /// The price for `n` pieces; kinds with a bulk discount override this.
    fn cents_for(&self, n: u32) -> u32 {
        self.unit_cents() * n
    }
}

pub struct Tin {
    pub cents: u32,
}

pub struct Egg;

impl Priced for Tin {
    fn unit_cents(&self) -> u32 {
        self.cents
    }
}

impl Priced for Egg {
    fn unit_cents(&self) -> u32 {
        30
    }

    fn cents_for(&self, n: u32) -> u32 {
        n / 10 * 250 + n % 10 * self.unit_cents()
    }
}

pub struct Basket<P> {
    lines: HashMap<String, (P, u32)>,
}

impl<P> Basket<P> {
    pub fn new() -> Self {
        Basket { lines: HashMap::new() }
    }

    pub fn add(&mut self, name: &str, product: P, pieces: u32) {
        let line = self.lines.entry(name.to_string()).or_insert((product, 0));
        line.1 += pieces;
    }

    pub fn total_cents(&self) -> u32
    where
        P: Priced,
    {
        self.lines.values().map(|(p, n)| p.cents_for(*n)).sum()
    }
}
==== tests
#[test]
fn bulk_discount_counts() {
    let mut b = Basket::new();
    b.add("eggs", Egg, 7);
    b.add("eggs", Egg, 6);
    assert_eq!(b.total_cents(), 250 + 90);
}

#[test]
fn tins_are_linear() {
    let mut b = Basket::new();
    b.add("peas", Tin { cents: 80 }, 3);
    b.add("corn", Tin { cents: 95 }, 2);
    assert_eq!(b.total_cents(), 430);
}
