---
code: E0502
---
//! Small ledger of accounts with a monthly fee.

#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    pub owner: String,
    pub cents: i64,
}

pub struct Ledger {
    pub accounts: Vec<Account>,
    pub journal: Vec<String>,
}

impl Ledger {
    /// Charges the richest account and notes its balance before the fee.
    pub fn charge_richest(&mut self, fee: i64) -> Option<i64> {
        let richest = self.accounts.iter().max_by_key(|account| account.cents)?;
        self.note(&format!("charging {}", richest.owner));
        let before = richest.cents;
        let owner = richest.owner.clone();
        for account in &mut self.accounts {
            if account.owner == owner {
                account.cents -= fee;
            }
        }
        Some(before)
    }

    fn note(&mut self, line: &str) {
        self.journal.push(line.to_string());
    }
}
==== fixed
//! Small ledger of accounts with a monthly fee.

#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    pub owner: String,
    pub cents: i64,
}

pub struct Ledger {
    pub accounts: Vec<Account>,
    pub journal: Vec<String>,
}

impl Ledger {
    /// Charges the richest account and notes its balance before the fee.
    pub fn charge_richest(&mut self, fee: i64) -> Option<i64> {
        let richest = self.accounts.iter().max_by_key(|account| account.cents)?;
        let before = richest.cents;
        let owner = richest.owner.clone();
        self.note(&format!("charging {owner}"));
        for account in &mut self.accounts {
            if account.owner == owner {
                account.cents -= fee;
            }
        }
        Some(before)
    }

    fn note(&mut self, line: &str) {
        self.journal.push(line.to_string());
    }
}
==== tests
fn ledger() -> Ledger {
    let account = |owner: &str, cents| Account { owner: owner.to_string(), cents };
    Ledger { accounts: vec![account("ada", 300), account("bob", 900)], journal: Vec::new() }
}

#[test]
fn charges_the_richest_and_tells_its_balance_before() {
    let mut ledger = ledger();
    assert_eq!(ledger.charge_richest(50), Some(900));
    assert_eq!(ledger.accounts[1].cents, 850);
    assert_eq!(ledger.accounts[0].cents, 300);
    assert_eq!(ledger.journal, ["charging bob"]);
}

#[test]
fn nobody_to_charge() {
    let mut empty = Ledger { accounts: Vec::new(), journal: Vec::new() };
    assert_eq!(empty.charge_richest(50), None);
    assert!(empty.journal.is_empty());
}
