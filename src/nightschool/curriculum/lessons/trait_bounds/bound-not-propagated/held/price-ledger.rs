---
code: E0277
---
use std::collections::HashMap;
use std::fmt::Display;

pub trait Priced {
    fn cents(&self) -> i64;
}

#[derive(Debug, Clone)]
pub struct Coin(pub i64);

#[derive(Debug, Clone)]
pub struct Note {
    pub euros: i64,
}

impl Priced for Coin {
    fn cents(&self) -> i64 {
        self.0
    }
}

impl Priced for Note {
    fn cents(&self) -> i64 {
        self.euros * 100
    }
}

fn value<P: Priced>(pieces: &[P]) -> i64 {
    pieces.iter().map(Priced::cents).sum()
}

/// Money in drawers, each drawer under some label.
pub struct Till<L, P> {
    drawers: HashMap<L, Vec<P>>,
}

impl<L, P> Till<L, P>
where
    L: std::hash::Hash + Eq + Display,
{
    pub fn new() -> Self {
        Till { drawers: HashMap::new() }
    }

    pub fn drop_in(&mut self, label: L, piece: P) {
        self.drawers.entry(label).or_default().push(piece);
    }

    pub fn total(&self) -> i64 {
        self.drawers.values().map(|pieces| value(pieces)).sum()
    }

    pub fn fullest(&self) -> Option<String> {
        let (label, pieces) = self.drawers.iter().max_by_key(|(_, pieces)| value(pieces))?;
        Some(format!("{label}: {}", value(pieces)))
    }
}
==== fixed
use std::collections::HashMap;
use std::fmt::Display;

pub trait Priced {
    fn cents(&self) -> i64;
}

#[derive(Debug, Clone)]
pub struct Coin(pub i64);

#[derive(Debug, Clone)]
pub struct Note {
    pub euros: i64,
}

impl Priced for Coin {
    fn cents(&self) -> i64 {
        self.0
    }
}

impl Priced for Note {
    fn cents(&self) -> i64 {
        self.euros * 100
    }
}

fn value<P: Priced>(pieces: &[P]) -> i64 {
    pieces.iter().map(Priced::cents).sum()
}

/// Money in drawers, each drawer under some label.
pub struct Till<L, P> {
    drawers: HashMap<L, Vec<P>>,
}

impl<L, P> Till<L, P>
where
    L: std::hash::Hash + Eq + Display,
    P: Priced,
{
    pub fn new() -> Self {
        Till { drawers: HashMap::new() }
    }

    pub fn drop_in(&mut self, label: L, piece: P) {
        self.drawers.entry(label).or_default().push(piece);
    }

    pub fn total(&self) -> i64 {
        self.drawers.values().map(|pieces| value(pieces)).sum()
    }

    pub fn fullest(&self) -> Option<String> {
        let (label, pieces) = self.drawers.iter().max_by_key(|(_, pieces)| value(pieces))?;
        Some(format!("{label}: {}", value(pieces)))
    }
}
==== tests
#[test]
fn coins() {
    let mut t = Till::new();
    t.drop_in("left", Coin(200));
    t.drop_in("right", Coin(50));
    t.drop_in("right", Coin(100));
    assert_eq!(t.total(), 350);
    assert_eq!(t.fullest().as_deref(), Some("left: 200"));
}

#[test]
fn notes() {
    let mut t = Till::new();
    assert_eq!(t.fullest(), None);
    t.drop_in(1, Note { euros: 20 });
    t.drop_in(2, Note { euros: 50 });
    assert_eq!(t.total(), 7000);
    assert_eq!(t.fullest().as_deref(), Some("2: 5000"));
}
