//! Labels of shelves.

/// A label with its number.
pub fn label(number: u32) -> String {
    format!("shelf {number}")
}
