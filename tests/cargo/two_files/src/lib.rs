//! The books of a small shop.
mod amount;
mod entry;
mod ledger;
mod render;
mod report;
mod shelf;

pub use entry::Entry;
pub use ledger::Ledger;
pub use render::Render;
pub use report::{monthly, opening};
pub use shelf::{place, Shelf};
