//! Where books stand.
pub(crate) mod label;

use crate::render::Render;

/// A shelf by its number.
pub struct Shelf(pub u32);

impl Render for Shelf {
    fn line(&self, _width: usize) -> String {
        place(self.0)
    }
}

/// A book's place.
pub fn place(number: u32) -> String {
    format!("place {number}")
}
