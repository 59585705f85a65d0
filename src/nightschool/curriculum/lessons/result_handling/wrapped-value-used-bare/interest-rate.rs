---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Account {
    pub balance_cents: i64,
    pub kind: char,
}

/// Interest in hundredths of a percent by kind of account. A kind without an entry of its own
/// earns the base rate.
pub struct RateTable {
    base: i64,
    by_kind: HashMap<char, i64>,
}

impl RateTable {
    pub fn new(base: i64) -> Self {
        RateTable {
            base,
            by_kind: HashMap::new(),
        }
    }

    pub fn set(&mut self, kind: char, rate: i64) {
        self.by_kind.insert(kind, rate);
    }

    fn rate(&self, kind: char) -> i64 {
        self.by_kind.get(&kind).copied()
    }

    /// A year's interest in cents. Overdrawn accounts earn nothing.
    pub fn interest(&self, account: &Account) -> i64 {
        account.balance_cents.max(0) * self.rate(account.kind) / 10_000
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Account {
    pub balance_cents: i64,
    pub kind: char,
}

/// Interest in hundredths of a percent by kind of account. A kind without an entry of its own
/// earns the base rate.
pub struct RateTable {
    base: i64,
    by_kind: HashMap<char, i64>,
}

impl RateTable {
    pub fn new(base: i64) -> Self {
        RateTable {
            base,
            by_kind: HashMap::new(),
        }
    }

    pub fn set(&mut self, kind: char, rate: i64) {
        self.by_kind.insert(kind, rate);
    }

    fn rate(&self, kind: char) -> i64 {
        self.by_kind.get(&kind).copied().unwrap_or(self.base)
    }

    /// A year's interest in cents. Overdrawn accounts earn nothing.
    pub fn interest(&self, account: &Account) -> i64 {
        account.balance_cents.max(0) * self.rate(account.kind) / 10_000
    }
}
==== tests
fn table() -> RateTable {
    let mut t = RateTable::new(50);
    t.set('S', 300);
    t.set('Z', 0);
    t
}

#[test]
fn own_rate() {
    let t = table();
    assert_eq!(t.interest(&Account { balance_cents: 100_000, kind: 'S' }), 3_000);
    assert_eq!(t.interest(&Account { balance_cents: 100_000, kind: 'Z' }), 0);
}

#[test]
fn base_rate_for_the_rest() {
    let t = table();
    assert_eq!(t.interest(&Account { balance_cents: 100_000, kind: 'Q' }), 500);
    assert_eq!(t.interest(&Account { balance_cents: -100, kind: 'Q' }), 0);
}
