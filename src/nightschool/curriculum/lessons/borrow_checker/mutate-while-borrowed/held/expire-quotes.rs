---
code: E0502
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub rate: f64,
    pub minute: u32,
}

/// Exchange rates that grow stale.
pub struct RateBoard {
    quotes: HashMap<String, Quote>,
    max_age: u32,
    removed: Vec<String>,
}

impl RateBoard {
    pub fn new(max_age: u32) -> RateBoard {
        RateBoard { quotes: HashMap::new(), max_age, removed: Vec::new() }
    }

    pub fn set(&mut self, pair: &str, rate: f64, minute: u32) {
        self.quotes.insert(pair.to_string(), Quote { rate, minute });
    }

    /// Removes stale quotes, and notes them in `removed` in alphabetical order.
    pub fn expire(&mut self, now: u32) -> usize {
        let mut stale: Vec<&String> = self
            .quotes
            .iter()
            .filter(|(_, q)| now.saturating_sub(q.minute) > self.max_age)
            .map(|(pair, _)| pair)
            .collect();
        stale.sort();
        let count = stale.len();
        for pair in stale {
            self.quotes.remove(pair);
            self.removed.push(pair.clone());
        }
        count
    }

    pub fn rate(&self, pair: &str) -> Option<f64> {
        self.quotes.get(pair).map(|q| q.rate)
    }

    pub fn removed(&self) -> &[String] {
        &self.removed
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub rate: f64,
    pub minute: u32,
}

/// Exchange rates that grow stale.
pub struct RateBoard {
    quotes: HashMap<String, Quote>,
    max_age: u32,
    removed: Vec<String>,
}

impl RateBoard {
    pub fn new(max_age: u32) -> RateBoard {
        RateBoard { quotes: HashMap::new(), max_age, removed: Vec::new() }
    }

    pub fn set(&mut self, pair: &str, rate: f64, minute: u32) {
        self.quotes.insert(pair.to_string(), Quote { rate, minute });
    }

    /// Removes stale quotes, and notes them in `removed` in alphabetical order.
    pub fn expire(&mut self, now: u32) -> usize {
        let mut stale: Vec<String> = self
            .quotes
            .iter()
            .filter(|(_, q)| now.saturating_sub(q.minute) > self.max_age)
            .map(|(pair, _)| pair.clone())
            .collect();
        stale.sort();
        let count = stale.len();
        for pair in stale {
            self.quotes.remove(&pair);
            self.removed.push(pair);
        }
        count
    }

    pub fn rate(&self, pair: &str) -> Option<f64> {
        self.quotes.get(pair).map(|q| q.rate)
    }

    pub fn removed(&self) -> &[String] {
        &self.removed
    }
}
==== tests
#[test]
fn stale_quotes_go() {
    let mut b = RateBoard::new(10);
    b.set("EURUSD", 1.1, 0);
    b.set("EURCHF", 0.9, 1);
    b.set("EURSEK", 11.0, 5);
    assert_eq!(b.expire(15), 2);
    assert_eq!(b.removed(), ["EURCHF", "EURUSD"]);
    assert_eq!(b.rate("EURUSD"), None);
    assert_eq!(b.rate("EURSEK"), Some(11.0));
}

#[test]
fn removed_grows() {
    let mut b = RateBoard::new(1);
    b.set("B", 1.0, 0);
    assert_eq!(b.expire(1), 0);
    assert_eq!(b.expire(2), 1);
    b.set("A", 1.0, 2);
    assert_eq!(b.expire(9), 1);
    assert_eq!(b.removed(), ["B", "A"]);
}
