//! One line of the books.
use crate::amount::Amount;
use crate::render::Render;

/// What was paid, and for what.
#[derive(Clone, Debug)]
pub struct Entry {
    pub what: String,
    pub amount: Amount,
}

impl Entry {
    /// An entry of whole coins.
    pub fn new(what: &str, coins: i64) -> Entry {
        Entry { what: what.to_string(), amount: Amount::coins(coins) }
    }
}

impl Render for Entry {
    fn line(&self, width: usize) -> String {
        format!("{:width$} {}", self.what, self.amount.cents)
    }
}
