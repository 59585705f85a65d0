//! Lists what a shop has.
use core_parts::{Part, Store};

fn main() {
    let mut store = Store::default();
    store.add(Part::new("nut", 8));
    let names = store.names();
    println!("{} parts: {}", store.count(), names.join(", "));
}
