//! One part.
use macros::Named;
use units::Millimetres;

/// A part of a machine.
#[derive(Clone, Debug, Named)]
pub struct Part {
    pub name: String,
    pub length: Millimetres,
}

impl Part {
    /// A part of a length.
    pub fn new(name: &str, length: u32) -> Part {
        Part { name: name.to_string(), length: Millimetres(length) }
    }

    /// What a list shows.
    pub fn label(&self) -> String {
        format!("{} {}: {} mm", Part::NAME, self.name, self.length.0)
    }
}
