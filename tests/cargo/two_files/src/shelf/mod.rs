//! Where books stand.
pub(crate) mod label;

/// A book's place.
pub fn place(number: u32) -> String {
    format!("place {number}")
}
