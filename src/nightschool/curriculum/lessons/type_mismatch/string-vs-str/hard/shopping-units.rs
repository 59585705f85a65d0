---
code: E0308
---
//! Units of things on a shopping list.

use std::collections::HashMap;

#[derive(Debug, Default)]
pub struct Units {
    by_item: HashMap<String, String>,
}

impl Units {
    pub fn set(&mut self, item: &str, unit: &str) {
        self.by_item.insert(item.to_string(), unit.to_string());
    }

    /// The unit an item is bought in; most things come in pieces.
    pub fn unit_of(&self, item: &str) -> String {
        self.by_item.get(item).cloned().unwrap_or("pieces")
    }

    /// A line such as `3 pieces of lemon`.
    pub fn line(&self, count: u32, item: &str) -> String {
        let unit = self.unit_of(item);
        match count {
            1 => format!("1 {} of {item}", unit.trim_end_matches('s')),
            _ => format!("{count} {unit} of {item}"),
        }
    }
}
==== fixed
//! Units of things on a shopping list.

use std::collections::HashMap;

#[derive(Debug, Default)]
pub struct Units {
    by_item: HashMap<String, String>,
}

impl Units {
    pub fn set(&mut self, item: &str, unit: &str) {
        self.by_item.insert(item.to_string(), unit.to_string());
    }

    /// The unit an item is bought in; most things come in pieces.
    pub fn unit_of(&self, item: &str) -> String {
        self.by_item.get(item).cloned().unwrap_or("pieces".to_string())
    }

    /// A line such as `3 pieces of lemon`.
    pub fn line(&self, count: u32, item: &str) -> String {
        let unit = self.unit_of(item);
        match count {
            1 => format!("1 {} of {item}", unit.trim_end_matches('s')),
            _ => format!("{count} {unit} of {item}"),
        }
    }
}
==== tests
#[test]
fn known_units() {
    let mut units = Units::default();
    units.set("milk", "litres");
    assert_eq!(units.line(2, "milk"), "2 litres of milk");
    assert_eq!(units.line(1, "milk"), "1 litre of milk");
}

#[test]
fn most_things_come_in_pieces() {
    let units = Units::default();
    assert_eq!(units.unit_of("lemon"), "pieces");
    assert_eq!(units.line(3, "lemon"), "3 pieces of lemon");
    assert_eq!(units.line(1, "lemon"), "1 piece of lemon");
}
