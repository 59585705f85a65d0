//! A tram line and its fare.

use crate::money::Cents;

/// A line, as long as the zones it goes through.
pub struct Line {
    pub name: String,
    pub zones: u64,
}

impl Line {
    /// Two euros a zone.
    pub fn fare(&self) -> Cents {
        self.zones * 2
    }

    /// As it stands on the display.
    pub fn display(&self) -> String {
        format!("{}: {}", self.name, self.fare().text())
    }
}
