---
code: E0277
---
//! Invoices in plain text.

use std::fmt::Display;

/// An amount of money in cents; debts are negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount(pub i64);

/// One row of the invoice: the label to the left, the value behind dots.
fn row<V: Display>(label: &str, value: V) -> String {
    let value = value.to_string();
    let dots = 30usize.saturating_sub(label.len() + value.len());
    format!("{label}{}{value}", ".".repeat(dots))
}

/// The rows for the items, how many there are and what they cost together.
/// Amounts are written with a point and two digits of cents: `-3.05`.
pub fn invoice(items: &[(&str, Amount)]) -> String {
    let mut rows: Vec<String> = items.iter().map(|&(item, price)| row(item, price)).collect();
    let total = items.iter().map(|(_, price)| price.0).sum();
    rows.push(row("items", items.len()));
    rows.push(row("total", Amount(total)));
    rows.join("\n")
}
==== fixed
//! Invoices in plain text.

use std::fmt::Display;

/// An amount of money in cents; debts are negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount(pub i64);

impl Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)
    }
}

/// One row of the invoice: the label to the left, the value behind dots.
fn row<V: Display>(label: &str, value: V) -> String {
    let value = value.to_string();
    let dots = 30usize.saturating_sub(label.len() + value.len());
    format!("{label}{}{value}", ".".repeat(dots))
}

/// The rows for the items, how many there are and what they cost together.
/// Amounts are written with a point and two digits of cents: `-3.05`.
pub fn invoice(items: &[(&str, Amount)]) -> String {
    let mut rows: Vec<String> = items.iter().map(|&(item, price)| row(item, price)).collect();
    let total = items.iter().map(|(_, price)| price.0).sum();
    rows.push(row("items", items.len()));
    rows.push(row("total", Amount(total)));
    rows.join("\n")
}
==== tests
#[test]
fn amounts_have_a_point_and_two_digits() {
    let text = invoice(&[("rent of tools", Amount(12_050)), ("nails", Amount(305))]);
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows[0], "rent of tools...........120.50");
    assert_eq!(rows[1], "nails.....................3.05");
    assert_eq!(rows[2], "items........................2");
    assert_eq!(rows[3], "total...................123.55");
}

#[test]
fn debts_below_one_unit_keep_their_sign() {
    let text = invoice(&[("deposit back", Amount(-5))]);
    assert!(text.starts_with("deposit back.............-0.05"));
    assert!(text.ends_with("total....................-0.05"));
}
