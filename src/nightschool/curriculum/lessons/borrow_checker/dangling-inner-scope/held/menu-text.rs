---
code: E0597
---
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub struct Product {
    pub name: String,
    pub cents: u32,
}

/// Cuts a line to the width of the display, or fills it up with dots.
fn fit<'a>(line: &'a str, padded: &'a mut String, width: usize) -> &'a str {
    match line.char_indices().nth(width) {
        Some((end, _)) => &line[..end],
        None => {
            padded.push_str(line);
            padded.extend(std::iter::repeat_n('.', width - line.chars().count()));
            padded
        }
    }
}

/// The line of a key on the machine's display. A key without a product gives dots only.
pub fn display_line(products: &BTreeMap<u8, Product>, key: u8, width: usize) -> String {
    let mut padded = String::new();
    let shown = match products.get(&key) {
        Some(product) => {
            let text = format!("{key} {} {}.{:02}", product.name, product.cents / 100, product.cents % 100);
            fit(&text, &mut padded, width)
        }
        None => fit("", &mut padded, width),
    };
    format!("[{shown}]")
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub struct Product {
    pub name: String,
    pub cents: u32,
}

/// Cuts a line to the width of the display, or fills it up with dots.
fn fit<'a>(line: &'a str, padded: &'a mut String, width: usize) -> &'a str {
    match line.char_indices().nth(width) {
        Some((end, _)) => &line[..end],
        None => {
            padded.push_str(line);
            padded.extend(std::iter::repeat_n('.', width - line.chars().count()));
            padded
        }
    }
}

/// The line of a key on the machine's display. A key without a product gives dots only.
pub fn display_line(products: &BTreeMap<u8, Product>, key: u8, width: usize) -> String {
    let mut padded = String::new();
    let text;
    let shown = match products.get(&key) {
        Some(product) => {
            text = format!("{key} {} {}.{:02}", product.name, product.cents / 100, product.cents % 100);
            fit(&text, &mut padded, width)
        }
        None => fit("", &mut padded, width),
    };
    format!("[{shown}]")
}
==== tests
fn products() -> BTreeMap<u8, Product> {
    let p = |name: &str, cents| Product { name: name.to_string(), cents };
    BTreeMap::from([(3, p("Tea", 105)), (4, p("Chocolate bar", 250))])
}

#[test]
fn padded_and_cut() {
    assert_eq!(display_line(&products(), 3, 14), "[3 Tea 1.05....]");
    assert_eq!(display_line(&products(), 4, 14), "[4 Chocolate ba]");
}

#[test]
fn keys_without_a_product() {
    assert_eq!(display_line(&products(), 9, 4), "[....]");
    assert_eq!(display_line(&products(), 3, 10), "[3 Tea 1.05]");
}
