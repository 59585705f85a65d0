---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Purchase {
    pub shop: String,
    pub currency: String,
    pub amount: f64,
}

pub struct Converter {
    rates: HashMap<String, f64>,
    strict: bool,
}

impl Converter {
    pub fn new(rates: &[(&str, f64)], strict: bool) -> Converter {
        let rates = rates.iter().map(|(c, r)| (c.to_string(), *r)).collect();
        Converter { rates, strict }
    }

    fn rate(&self, currency: &str) -> Option<f64> {
        match self.rates.get(currency) {
            Some(rate) => Some(*rate),
            None if self.strict => None,
            None => Some(1.0),
        }
    }

    fn in_home_currency(&self, purchase: &Purchase) -> f64 {
        let rate = self.rate(&purchase.currency)?;
        purchase.amount * rate
    }

    /// The largest purchase, measured at home. Purchases that cannot be converted are passed over.
    pub fn largest<'p>(&self, purchases: &'p [Purchase]) -> Option<(&'p str, f64)> {
        let mut largest: Option<(&str, f64)> = None;
        for purchase in purchases {
            let value = self.in_home_currency(purchase);
            if largest.is_none_or(|(_, most)| value > most) {
                largest = Some((&purchase.shop, value));
            }
        }
        largest
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Purchase {
    pub shop: String,
    pub currency: String,
    pub amount: f64,
}

pub struct Converter {
    rates: HashMap<String, f64>,
    strict: bool,
}

impl Converter {
    pub fn new(rates: &[(&str, f64)], strict: bool) -> Converter {
        let rates = rates.iter().map(|(c, r)| (c.to_string(), *r)).collect();
        Converter { rates, strict }
    }

    fn rate(&self, currency: &str) -> Option<f64> {
        match self.rates.get(currency) {
            Some(rate) => Some(*rate),
            None if self.strict => None,
            None => Some(1.0),
        }
    }

    fn in_home_currency(&self, purchase: &Purchase) -> Option<f64> {
        let rate = self.rate(&purchase.currency)?;
        Some(purchase.amount * rate)
    }

    /// The largest purchase, measured at home. Purchases that cannot be converted are passed over.
    pub fn largest<'p>(&self, purchases: &'p [Purchase]) -> Option<(&'p str, f64)> {
        let mut largest: Option<(&str, f64)> = None;
        for purchase in purchases {
            let Some(value) = self.in_home_currency(purchase) else {
                continue;
            };
            if largest.is_none_or(|(_, most)| value > most) {
                largest = Some((&purchase.shop, value));
            }
        }
        largest
    }
}
==== tests
fn purchase(shop: &str, currency: &str, amount: f64) -> Purchase {
    Purchase { shop: shop.into(), currency: currency.into(), amount }
}

#[test]
fn unknown_currencies_are_passed_over() {
    let c = Converter::new(&[("USD", 0.5), ("GBP", 2.0)], true);
    let list = [purchase("a", "XXX", 900.0), purchase("b", "USD", 10.0), purchase("c", "GBP", 4.0)];
    assert_eq!(c.largest(&list), Some(("c", 8.0)));
    assert_eq!(c.largest(&list[..1]), None);
    let refunds = [purchase("d", "GBP", -3.0), purchase("e", "ZZZ", 1.0)];
    assert_eq!(c.largest(&refunds), Some(("d", -6.0)));
}

#[test]
fn lenient_converter() {
    let c = Converter::new(&[("USD", 0.5)], false);
    let list = [purchase("a", "XXX", 9.0), purchase("b", "USD", 10.0)];
    assert_eq!(c.largest(&list), Some(("a", 9.0)));
}
