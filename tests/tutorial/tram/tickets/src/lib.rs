//! Tickets that are sold at the counter.

use fares::{Cents, Line};

/// A pass for some months on one line.
pub struct Pass {
    pub line: Line,
    pub months: u64,
}

impl Pass {
    /// Forty-nine euros a month.
    pub fn price(&self) -> Cents {
        self.months * 49
    }

    /// What is printed on it.
    pub fn text(&self) -> String {
        format!("{}, {} months: {}", self.line.name, self.months, self.price().text())
    }
}
