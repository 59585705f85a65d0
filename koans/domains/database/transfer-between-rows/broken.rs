use std::collections::BTreeMap;

#[derive(Default)]
pub struct Ledger {
    balances: BTreeMap<String, i64>,
}

impl Ledger {
    pub fn row(&mut self, owner: &str) -> &mut i64 {
        self.balances.entry(owner.to_string()).or_insert(0)
    }

    pub fn transfer(&mut self, from: &str, to: &str, cents: i64) -> Result<i64, String> {
        let source = self.row(from);
        let target = self.row(to);
        if *source < cents {
            return Err(format!("{from} has only {source}"));
        }
        *source -= cents;
        *target += cents;
        Ok(*target)
    }
}
