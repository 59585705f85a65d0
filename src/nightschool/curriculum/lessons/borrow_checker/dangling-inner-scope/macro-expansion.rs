---
code: E0597
---
use std::collections::HashMap;

/// Symbols that may stand for other symbols, and in the end for a value.
#[derive(Default)]
pub struct Table {
    aliases: HashMap<String, String>,
    values: HashMap<String, i64>,
}

impl Table {
    pub fn alias(&mut self, name: &str, target: &str) {
        self.aliases.insert(name.to_lowercase(), target.to_string());
    }

    pub fn define(&mut self, name: &str, value: i64) {
        self.values.insert(name.to_lowercase(), value);
    }

    /// The name after all aliases were followed. Names are compared without
    /// regard to case; the result is in lower case.
    pub fn canonical(&self, name: &str) -> String {
        let mut current: &str = name;
        let folded = current.to_lowercase();
        current = &folded;
        while let Some(target) = self.aliases.get(current) {
            let lower = target.to_lowercase();
            current = &lower;
        }
        current.to_string()
    }

    pub fn value(&self, name: &str) -> Option<i64> {
        self.values.get(&self.canonical(name)).copied()
    }
}
==== fixed
use std::collections::HashMap;

/// Symbols that may stand for other symbols, and in the end for a value.
#[derive(Default)]
pub struct Table {
    aliases: HashMap<String, String>,
    values: HashMap<String, i64>,
}

impl Table {
    pub fn alias(&mut self, name: &str, target: &str) {
        self.aliases.insert(name.to_lowercase(), target.to_string());
    }

    pub fn define(&mut self, name: &str, value: i64) {
        self.values.insert(name.to_lowercase(), value);
    }

    /// The name after all aliases were followed. Names are compared without
    /// regard to case; the result is in lower case.
    pub fn canonical(&self, name: &str) -> String {
        let mut current = name.to_lowercase();
        while let Some(target) = self.aliases.get(&current) {
            current = target.to_lowercase();
        }
        current
    }

    pub fn value(&self, name: &str) -> Option<i64> {
        self.values.get(&self.canonical(name)).copied()
    }
}
==== tests
fn table() -> Table {
    let mut t = Table::default();
    t.alias("Len", "SIZE");
    t.alias("size", "Bytes");
    t.define("BYTES", 64);
    t
}

#[test]
fn aliases_are_followed() {
    assert_eq!(table().canonical("LEN"), "bytes");
    assert_eq!(table().value("len"), Some(64));
    assert_eq!(table().value("Bytes"), Some(64));
}

#[test]
fn unknown_names_stay() {
    assert_eq!(table().canonical("Other"), "other");
    assert_eq!(table().value("other"), None);
}
