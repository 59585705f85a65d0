---
code: E0373
---
use std::collections::BTreeMap;

pub type TaxRule = Box<dyn Fn(u64) -> u64>;

/// Tax in cents on a net amount in cents, rounded down.
fn flat(percent: u64) -> TaxRule {
    Box::new(move |net| net * percent / 100)
}

/// Like `flat`, but amounts up to and including `free` cents are not taxed at all.
fn with_threshold(percent: u64, free: u64) -> TaxRule {
    let rule = flat(percent);
    Box::new(|net| if net <= free { 0 } else { rule(net) })
}

pub struct TaxTable {
    rules: BTreeMap<String, TaxRule>,
}

impl TaxTable {
    pub fn standard() -> Self {
        let mut rules = BTreeMap::new();
        rules.insert("food".to_string(), flat(7));
        rules.insert("goods".to_string(), flat(19));
        rules.insert("import".to_string(), with_threshold(19, 2_200));
        TaxTable { rules }
    }

    pub fn gross(&self, class: &str, net: u64) -> Option<u64> {
        self.rules.get(class).map(|rule| net + rule(net))
    }
}
==== fixed
use std::collections::BTreeMap;

pub type TaxRule = Box<dyn Fn(u64) -> u64>;

/// Tax in cents on a net amount in cents, rounded down.
fn flat(percent: u64) -> TaxRule {
    Box::new(move |net| net * percent / 100)
}

/// Like `flat`, but amounts up to and including `free` cents are not taxed at all.
fn with_threshold(percent: u64, free: u64) -> TaxRule {
    let rule = flat(percent);
    Box::new(move |net| if net <= free { 0 } else { rule(net) })
}

pub struct TaxTable {
    rules: BTreeMap<String, TaxRule>,
}

impl TaxTable {
    pub fn standard() -> Self {
        let mut rules = BTreeMap::new();
        rules.insert("food".to_string(), flat(7));
        rules.insert("goods".to_string(), flat(19));
        rules.insert("import".to_string(), with_threshold(19, 2_200));
        TaxTable { rules }
    }

    pub fn gross(&self, class: &str, net: u64) -> Option<u64> {
        self.rules.get(class).map(|rule| net + rule(net))
    }
}
==== tests
#[test]
fn flat_rates() {
    let t = TaxTable::standard();
    assert_eq!(t.gross("food", 1_000), Some(1_070));
    assert_eq!(t.gross("goods", 1_000), Some(1_190));
    assert_eq!(t.gross("wine", 1_000), None);
}

#[test]
fn imports_above_the_threshold() {
    let t = TaxTable::standard();
    assert_eq!(t.gross("import", 2_200), Some(2_200));
    assert_eq!(t.gross("import", 2_201), Some(2_201 + 418));
    assert_eq!(t.gross("import", 10_000), Some(11_900));
}
