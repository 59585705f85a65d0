//! Reports.
use crate::entry::Entry;
use crate::ledger::{record, total, Ledger};
use crate::render::Render;
use crate::shelf::label::label;

/// A ledger with what the shop began with.
pub fn opening(coins: i64) -> Ledger {
    let mut ledger = Ledger::default();
    record(&mut ledger.entries, Entry::new("opening", coins));
    ledger
}

/// The month as text, its sum last.
pub fn monthly(ledger: &Ledger) -> String {
    let mut lines: Vec<String> = ledger.entries.iter().map(|entry| entry.line(20)).collect();
    lines.push(format!("{} cents in {:?}", total(&ledger.entries), ledger.entries));
    lines.push(label(3));
    lines.join("\n")
}
