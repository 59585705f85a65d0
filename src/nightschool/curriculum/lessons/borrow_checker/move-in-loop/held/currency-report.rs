---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Rates {
    pub base: String,
    pub per_base: BTreeMap<String, f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub code: String,
    pub amount: f64,
}

fn convert(rates: Rates, amount: f64, code: &str) -> Option<Quote> {
    if code == rates.base {
        return Some(Quote { code: code.to_string(), amount });
    }
    let rate = rates.per_base.get(code)?;
    Some(Quote { code: code.to_string(), amount: amount * rate })
}

/// One quote per wanted currency, in the order asked; unknown currencies are left out.
pub fn quotes(rates: Rates, amount: f64, wanted: &[&str]) -> Vec<Quote> {
    let mut out = Vec::new();
    for code in wanted {
        if let Some(quote) = convert(rates, amount, code) {
            out.push(quote);
        }
    }
    out
}

pub fn render(quotes: &[Quote]) -> String {
    quotes
        .iter()
        .map(|q| format!("{} {:.2}", q.code, q.amount))
        .collect::<Vec<_>>()
        .join("; ")
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Rates {
    pub base: String,
    pub per_base: BTreeMap<String, f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub code: String,
    pub amount: f64,
}

fn convert(rates: &Rates, amount: f64, code: &str) -> Option<Quote> {
    if code == rates.base {
        return Some(Quote { code: code.to_string(), amount });
    }
    let rate = rates.per_base.get(code)?;
    Some(Quote { code: code.to_string(), amount: amount * rate })
}

/// One quote per wanted currency, in the order asked; unknown currencies are left out.
pub fn quotes(rates: Rates, amount: f64, wanted: &[&str]) -> Vec<Quote> {
    let mut out = Vec::new();
    for code in wanted {
        if let Some(quote) = convert(&rates, amount, code) {
            out.push(quote);
        }
    }
    out
}

pub fn render(quotes: &[Quote]) -> String {
    quotes
        .iter()
        .map(|q| format!("{} {:.2}", q.code, q.amount))
        .collect::<Vec<_>>()
        .join("; ")
}
==== tests
fn rates() -> Rates {
    let per_base = [("USD", 1.1), ("SEK", 11.5)].into_iter().map(|(c, r)| (c.to_string(), r)).collect();
    Rates { base: "EUR".into(), per_base }
}

#[test]
fn every_known_currency() {
    let q = quotes(rates(), 10.0, &["SEK", "EUR", "USD"]);
    assert_eq!(render(&q), "SEK 115.00; EUR 10.00; USD 11.00");
}

#[test]
fn unknown_ones_are_left_out() {
    let q = quotes(rates(), 2.0, &["XXX", "USD", "YYY", "SEK"]);
    assert_eq!(render(&q), "USD 2.20; SEK 23.00");
}
