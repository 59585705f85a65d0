//! Units of length, without the standard library.
#![no_std]

/// A length in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millimetres(pub u32);

impl Millimetres {
    /// The sum, held at the largest length there is.
    pub fn plus(self, other: Millimetres) -> Millimetres {
        Millimetres(self.0.saturating_add(other.0))
    }
}

/// The longest of some lengths.
pub fn longest(lengths: &[Millimetres]) -> Option<Millimetres> {
    lengths.iter().copied().max()
}

/// Millimetres of a number of inches.
#[cfg(feature = "imperial")]
pub fn inches(count: u32) -> Millimetres {
    Millimetres(count * 254 / 10)
}
