---
code: E0597
---
//! Settings, read from `key = value` lines; later layers override earlier ones.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Settings {
    values: BTreeMap<String, String>,
}

/// Replaces `$name` by what `name` was set to before.
fn expand(value: &str, known: &BTreeMap<&str, &str>) -> String {
    match value.strip_prefix('$') {
        Some(name) => known.get(name).copied().unwrap_or("").to_string(),
        None => value.to_string(),
    }
}

impl Settings {
    /// Reads the layers in turn. Lines without `=` are comments.
    pub fn read(layers: &[&str]) -> Settings {
        let mut merged: BTreeMap<&str, &str> = BTreeMap::new();
        for layer in layers {
            for line in layer.lines() {
                let Some((key, value)) = line.split_once('=') else { continue };
                let value = expand(value.trim(), &merged);
                merged.insert(key.trim(), &value);
            }
        }
        let values = merged.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
        Settings { values }
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(String::as_str)
    }
}
==== fixed
//! Settings, read from `key = value` lines; later layers override earlier ones.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Settings {
    values: BTreeMap<String, String>,
}

/// Replaces `$name` by what `name` was set to before.
fn expand(value: &str, known: &BTreeMap<&str, String>) -> String {
    match value.strip_prefix('$') {
        Some(name) => known.get(name).cloned().unwrap_or_default(),
        None => value.to_string(),
    }
}

impl Settings {
    /// Reads the layers in turn. Lines without `=` are comments.
    pub fn read(layers: &[&str]) -> Settings {
        let mut merged: BTreeMap<&str, String> = BTreeMap::new();
        for layer in layers {
            for line in layer.lines() {
                let Some((key, value)) = line.split_once('=') else { continue };
                let value = expand(value.trim(), &merged);
                merged.insert(key.trim(), value);
            }
        }
        let values = merged.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
        Settings { values }
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(String::as_str)
    }
}
==== tests
#[test]
fn later_layers_override() {
    let settings = Settings::read(&["port = 80\n# comment\nhost = a", "port = 81"]);
    assert_eq!(settings.get("port"), Some("81"));
    assert_eq!(settings.get("host"), Some("a"));
    assert_eq!(settings.get("# comment"), None);
}

#[test]
fn expands_earlier_values() {
    let settings = Settings::read(&["root = /srv\ndata = $root", "root = /tmp\nlogs = $root\nnone = $what"]);
    assert_eq!(settings.get("data"), Some("/srv"));
    assert_eq!(settings.get("logs"), Some("/tmp"));
    assert_eq!(settings.get("none"), Some(""));
}
