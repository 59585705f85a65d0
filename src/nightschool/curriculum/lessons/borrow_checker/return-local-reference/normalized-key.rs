---
code: E0515
---
use std::collections::BTreeMap;

/// Keys are compared without regard to case and with `-` the same as `_`.
#[derive(Default)]
pub struct Settings {
    values: BTreeMap<String, String>,
}

fn canonical(key: &str) -> &str {
    let lowered = key.trim().to_lowercase();
    lowered.replace('-', "_").as_str()
}

impl Settings {
    pub fn from_text(text: &str) -> Self {
        let mut settings = Settings::default();
        for line in text.lines() {
            if let Some((key, value)) = line.split_once('=') {
                settings.set(key, value.trim());
            }
        }
        settings
    }

    pub fn set(&mut self, key: &str, value: &str) {
        self.values.insert(canonical(key).to_string(), value.to_string());
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(canonical(key)).map(String::as_str)
    }

    pub fn keys(&self) -> Vec<&str> {
        self.values.keys().map(String::as_str).collect()
    }
}
==== fixed
use std::collections::BTreeMap;

/// Keys are compared without regard to case and with `-` the same as `_`.
#[derive(Default)]
pub struct Settings {
    values: BTreeMap<String, String>,
}

fn canonical(key: &str) -> String {
    let lowered = key.trim().to_lowercase();
    lowered.replace('-', "_")
}

impl Settings {
    pub fn from_text(text: &str) -> Self {
        let mut settings = Settings::default();
        for line in text.lines() {
            if let Some((key, value)) = line.split_once('=') {
                settings.set(key, value.trim());
            }
        }
        settings
    }

    pub fn set(&mut self, key: &str, value: &str) {
        self.values.insert(canonical(key), value.to_string());
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(&canonical(key)).map(String::as_str)
    }

    pub fn keys(&self) -> Vec<&str> {
        self.values.keys().map(String::as_str).collect()
    }
}
==== tests
#[test]
fn spelling_does_not_matter() {
    let s = Settings::from_text("Max-Width = 80\nuser_name=ann\nnonsense\n");
    assert_eq!(s.get("max_width"), Some("80"));
    assert_eq!(s.get("MAX-WIDTH"), Some("80"));
    assert_eq!(s.get("User-Name"), Some("ann"));
    assert_eq!(s.get("nonsense"), None);
}
#[test]
fn keys_are_canonical() {
    let mut s = Settings::from_text("Max-Width=80");
    s.set(" MAX_width ", "100");
    assert_eq!(s.keys(), ["max_width"]);
    assert_eq!(s.get("max-width"), Some("100"));
}
