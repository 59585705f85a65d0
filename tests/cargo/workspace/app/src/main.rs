//! Prints the label of a part.
mod words;

use core_parts::Part;

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let name = words::joined(&given);
    println!("{}", Part::new(&name, 12).label());
}
