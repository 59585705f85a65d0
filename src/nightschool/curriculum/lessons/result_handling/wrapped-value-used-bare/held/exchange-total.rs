---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub currency: String,
    pub cents: i64,
}

pub struct Wallet {
    rates: HashMap<String, i64>,
    entries: Vec<Entry>,
}

impl Wallet {
    /// `rates` are thousandths of the home currency; the home currency needs no rate.
    pub fn new(rates: &[(&str, i64)]) -> Wallet {
        Wallet {
            rates: rates.iter().map(|(c, r)| (c.to_string(), *r)).collect(),
            entries: Vec::new(),
        }
    }

    pub fn put(&mut self, currency: &str, cents: i64) {
        self.entries.push(Entry { currency: currency.to_string(), cents });
    }

    fn rate(&self, currency: &str) -> Option<i64> {
        self.rates.get(currency).copied()
    }

    /// Converts everything; a currency without a rate counts one to one (1000 thousandths).
    pub fn total(&self) -> i64 {
        let mut total = 0;
        for entry in &self.entries {
            let rate: i64 = self.rate(&entry.currency);
            total += entry.cents * rate / 1000;
        }
        total
    }

    pub fn without_rate(&self) -> Vec<&str> {
        self.entries
            .iter()
            .map(|e| e.currency.as_str())
            .filter(|c| self.rate(c).is_none())
            .collect()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub currency: String,
    pub cents: i64,
}

pub struct Wallet {
    rates: HashMap<String, i64>,
    entries: Vec<Entry>,
}

impl Wallet {
    /// `rates` are thousandths of the home currency; the home currency needs no rate.
    pub fn new(rates: &[(&str, i64)]) -> Wallet {
        Wallet {
            rates: rates.iter().map(|(c, r)| (c.to_string(), *r)).collect(),
            entries: Vec::new(),
        }
    }

    pub fn put(&mut self, currency: &str, cents: i64) {
        self.entries.push(Entry { currency: currency.to_string(), cents });
    }

    fn rate(&self, currency: &str) -> Option<i64> {
        self.rates.get(currency).copied()
    }

    /// Converts everything; a currency without a rate counts one to one (1000 thousandths).
    pub fn total(&self) -> i64 {
        let mut total = 0;
        for entry in &self.entries {
            let rate: i64 = self.rate(&entry.currency).unwrap_or(1000);
            total += entry.cents * rate / 1000;
        }
        total
    }

    pub fn without_rate(&self) -> Vec<&str> {
        self.entries
            .iter()
            .map(|e| e.currency.as_str())
            .filter(|c| self.rate(c).is_none())
            .collect()
    }
}
==== tests
#[test]
fn converts_with_rates() {
    let mut w = Wallet::new(&[("USD", 900), ("SEK", 88)]);
    w.put("USD", 1000);
    w.put("SEK", 10000);
    assert_eq!(w.total(), 900 + 880);
}

#[test]
fn home_currency_counts_fully() {
    let mut w = Wallet::new(&[("USD", 900)]);
    w.put("EUR", 250);
    w.put("USD", 100);
    assert_eq!(w.total(), 340);
    assert_eq!(w.without_rate(), ["EUR"]);
}
