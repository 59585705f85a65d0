---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmountError {
    Empty,
    Invalid(String),
}

#[derive(Debug, Default)]
pub struct Invoice {
    lines: BTreeMap<String, String>,
}

fn cents(text: &str) -> Result<i64, AmountError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(AmountError::Empty);
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
    let parse = |s: &str| s.parse::<i64>().map_err(|_| AmountError::Invalid(text.to_string()));
    Ok(parse(whole)? * 100 + parse(part)?)
}

impl Invoice {
    pub fn line(&mut self, article: &str, amount: &str) -> &mut Self {
        self.lines.insert(article.to_string(), amount.to_string());
        self
    }

    /// The sum of all lines with tax in percent; one unreadable line spoils the invoice.
    pub fn total(&self, tax_percent: i64) -> Result<i64, AmountError> {
        let net: i64 = self.lines.values().map(|amount| cents(amount)).sum();
        Ok(net + net * tax_percent / 100)
    }

    pub fn unreadable(&self) -> Vec<&str> {
        self.lines
            .iter()
            .filter(|(_, amount)| cents(amount).is_err())
            .map(|(article, _)| article.as_str())
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmountError {
    Empty,
    Invalid(String),
}

#[derive(Debug, Default)]
pub struct Invoice {
    lines: BTreeMap<String, String>,
}

fn cents(text: &str) -> Result<i64, AmountError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(AmountError::Empty);
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
    let parse = |s: &str| s.parse::<i64>().map_err(|_| AmountError::Invalid(text.to_string()));
    Ok(parse(whole)? * 100 + parse(part)?)
}

impl Invoice {
    pub fn line(&mut self, article: &str, amount: &str) -> &mut Self {
        self.lines.insert(article.to_string(), amount.to_string());
        self
    }

    /// The sum of all lines with tax in percent; one unreadable line spoils the invoice.
    pub fn total(&self, tax_percent: i64) -> Result<i64, AmountError> {
        let net: i64 = self.lines.values().map(|amount| cents(amount)).sum::<Result<i64, _>>()?;
        Ok(net + net * tax_percent / 100)
    }

    pub fn unreadable(&self) -> Vec<&str> {
        self.lines
            .iter()
            .filter(|(_, amount)| cents(amount).is_err())
            .map(|(article, _)| article.as_str())
            .collect()
    }
}
==== tests
#[test]
fn sums_up() {
    let mut i = Invoice::default();
    i.line("desk", "120.50").line("lamp", "30");
    assert_eq!(i.total(0), Ok(15050));
    assert_eq!(i.total(10), Ok(16555));
    assert_eq!(Invoice::default().total(5), Ok(0));
}

#[test]
fn one_bad_line() {
    let mut i = Invoice::default();
    i.line("desk", "120.50").line("lamp", "3o");
    assert_eq!(i.total(0), Err(AmountError::Invalid("3o".into())));
    assert_eq!(i.unreadable(), ["lamp"]);
    i.line("lamp", " ");
    assert_eq!(i.total(0), Err(AmountError::Empty));
}
