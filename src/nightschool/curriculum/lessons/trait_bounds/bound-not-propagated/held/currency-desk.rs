---
code: E0277
---
use std::fmt::Display;
use std::iter::Sum;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Euros(pub i64);

impl Sum for Euros {
    fn sum<I: Iterator<Item = Euros>>(iter: I) -> Self {
        Euros(iter.map(|e| e.0).sum())
    }
}

impl Display for Euros {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EUR {}", self.0)
    }
}

/// One item on the bill of a trip.
#[derive(Debug, Clone)]
pub struct Item<M> {
    pub what: String,
    pub price: M,
}

fn total<M: Copy + Sum>(items: &[Item<M>]) -> M {
    items.iter().map(|item| item.price).sum()
}

/// A bill with one line per item and the total below them.
pub fn bill<M>(items: &[Item<M>]) -> String
where
    M: Copy + Display,
{
    let mut text = String::new();
    for item in items {
        text.push_str(&format!("{}: {}\n", item.what, item.price));
    }
    text.push_str(&format!("total: {}", total(items)));
    text
}
==== fixed
use std::fmt::Display;
use std::iter::Sum;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Euros(pub i64);

impl Sum for Euros {
    fn sum<I: Iterator<Item = Euros>>(iter: I) -> Self {
        Euros(iter.map(|e| e.0).sum())
    }
}

impl Display for Euros {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EUR {}", self.0)
    }
}

/// One item on the bill of a trip.
#[derive(Debug, Clone)]
pub struct Item<M> {
    pub what: String,
    pub price: M,
}

fn total<M: Copy + Sum>(items: &[Item<M>]) -> M {
    items.iter().map(|item| item.price).sum()
}

/// A bill with one line per item and the total below them.
pub fn bill<M>(items: &[Item<M>]) -> String
where
    M: Copy + Display + Sum,
{
    let mut text = String::new();
    for item in items {
        text.push_str(&format!("{}: {}\n", item.what, item.price));
    }
    text.push_str(&format!("total: {}", total(items)));
    text
}
==== tests
fn item<M>(what: &str, price: M) -> Item<M> {
    Item { what: what.into(), price }
}
#[test]
fn euros() {
    assert_eq!(bill(&[item("flight", Euros(200)), item("hotel", Euros(90))]), "flight: EUR 200\nhotel: EUR 90\ntotal: EUR 290");
}
#[test]
fn plain_numbers() {
    assert_eq!(bill(&[item("bus", 2u8), item("tram", 3)]), "bus: 2\ntram: 3\ntotal: 5");
    assert_eq!(bill::<u32>(&[]), "total: 0");
}
