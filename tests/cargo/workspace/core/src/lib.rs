//! Parts and what they measure.
mod part;
mod store;

pub use part::Part;
pub use store::Store;

/// Sizes by name, made by the build script.
pub mod sizes {
    include!(concat!(env!("OUT_DIR"), "/sizes.rs"));
}

/// What this library says of itself.
pub const ABOUT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/about.txt"));

/// The millimetres of a size's name.
pub fn size(name: &str) -> Option<u32> {
    sizes::SIZES.iter().find(|(known, _)| *known == name).map(|(_, size)| *size)
}
