---
code: E0599
---
pub trait Priced {
    fn price(&self) -> u32;
}

pub struct Potion {
    pub strength: u32,
}

impl Priced for Potion {
    fn price(&self) -> u32 {
        self.strength * 5 + 10
    }
}

/// A tray on the shop counter. Anything can lie on a tray: potions, quest
/// letters, stray keys. Only what has a price can be sold from it.
pub struct Tray<I> {
    items: Vec<I>,
}

impl<I> Tray<I> {
    pub fn new() -> Self {
        Tray { items: Vec::new() }
    }

    pub fn put(&mut self, item: I) -> usize {
        self.items.push(item);
        self.items.len()
    }

    /// The sum of all prices, with one coin off for every item after the third.
    pub fn total(&self) -> u32 {
        let sum: u32 = self.items.iter().map(|item| item.price()).sum();
        sum - self.items.len().saturating_sub(3) as u32
    }
}
==== fixed
pub trait Priced {
    fn price(&self) -> u32;
}

pub struct Potion {
    pub strength: u32,
}

impl Priced for Potion {
    fn price(&self) -> u32 {
        self.strength * 5 + 10
    }
}

/// A tray on the shop counter. Anything can lie on a tray: potions, quest
/// letters, stray keys. Only what has a price can be sold from it.
pub struct Tray<I> {
    items: Vec<I>,
}

impl<I> Tray<I> {
    pub fn new() -> Self {
        Tray { items: Vec::new() }
    }

    pub fn put(&mut self, item: I) -> usize {
        self.items.push(item);
        self.items.len()
    }

    /// The sum of all prices, with one coin off for every item after the third.
    pub fn total(&self) -> u32
    where
        I: Priced,
    {
        let sum: u32 = self.items.iter().map(|item| item.price()).sum();
        sum - self.items.len().saturating_sub(3) as u32
    }
}
==== tests
#[test]
fn totals_potions() {
    let mut t = Tray::new();
    for s in 1..=4 {
        t.put(Potion { strength: s });
    }
    assert_eq!(t.total(), 15 + 20 + 25 + 30 - 1);
}
#[test]
fn letters_lie_on_a_tray_too() {
    let mut t = Tray::new();
    t.put("a letter");
    assert_eq!(t.put("a key"), 2);
}
