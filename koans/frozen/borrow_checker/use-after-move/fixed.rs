use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Posting {
    pub account: String,
    pub cents: i64,
}

#[derive(Default)]
pub struct Ledger {
    balances: HashMap<String, i64>,
    journal: Vec<Posting>,
}

impl Ledger {
    /// Books the posting and returns the account's new balance.
    pub fn post(&mut self, posting: Posting) -> i64 {
        let balance = self.balances.entry(posting.account.clone()).or_insert(0);
        *balance += posting.cents;
        self.journal.push(posting);
        *balance
    }

    pub fn journal(&self) -> &[Posting] {
        &self.journal
    }
}
