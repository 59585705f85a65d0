//! The library as others use it.
use core_parts::{size, Part, Store};

#[test]
fn the_longest_part_is_found() {
    let mut store = Store::default();
    for (name, length) in [("bolt", 40), ("rod", 900)] {
        store.add(Part::new(name, length));
    }
    assert_eq!(store.longest().map(|length| length.0), Some(900));
    assert_eq!(store.names(), ["bolt", "rod"]);
}

#[test]
fn sizes_are_known() {
    assert_eq!(size("medium"), Some(25));
    assert_eq!(core_parts::ABOUT.trim(), "Parts, measured.");
}
