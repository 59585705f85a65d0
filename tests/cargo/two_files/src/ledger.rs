//! All lines of the books.
use crate::entry::Entry;

/// Entries in the order in which they came.
#[derive(Default)]
pub struct Ledger {
    pub(crate) entries: Vec<Entry>,
}

/// Put an entry to the others.
pub fn record(entries: &mut Vec<Entry>, entry: Entry) {
    entries.push(entry);
}

/// The sum in cents.
pub fn total(entries: &[Entry]) -> i64 {
    entries.iter().map(|entry| entry.amount.cents).sum()
}
