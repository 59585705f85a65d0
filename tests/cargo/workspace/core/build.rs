//! Writes the table of sizes.
use std::{env, fs, path::PathBuf};

const SIZES: [(&str, u32); 3] = [("small", 10), ("medium", 25), ("large", 60)];

fn main() {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let rows: Vec<String> = SIZES.iter().map(|(name, size)| format!("(\"{name}\", {size})")).collect();
    let text = format!("pub const SIZES: [(&str, u32); {}] = [{}];\n", rows.len(), rows.join(", "));
    fs::write(out.join("sizes.rs"), text).expect("OUT_DIR can be written");
    println!("cargo::rerun-if-changed=build.rs");
}
