---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum ConfigError {
    Missing(String),
    Invalid { key: String, value: String },
}

#[derive(Default)]
pub struct Section {
    entries: HashMap<String, String>,
}

impl Section {
    pub fn set(&mut self, key: &str, value: &str) {
        self.entries.insert(key.to_string(), value.to_string());
    }

    /// Reads a port. `"default"` stands for 8080; anything else must be a number.
    pub fn port(&self, key: &str) -> Result<u16, ConfigError> {
        let value = self
            .entries
            .get(key)
            .ok_or_else(|| ConfigError::Missing(key.to_string()))?;
        let port = match value.as_str() {
            "default" => 8080,
            text => text.parse().map_err(|_| ConfigError::Invalid {
                key: key.to_string(),
                value: text.to_string(),
            }),
        };
        Ok(port)
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum ConfigError {
    Missing(String),
    Invalid { key: String, value: String },
}

#[derive(Default)]
pub struct Section {
    entries: HashMap<String, String>,
}

impl Section {
    pub fn set(&mut self, key: &str, value: &str) {
        self.entries.insert(key.to_string(), value.to_string());
    }

    /// Reads a port. `"default"` stands for 8080; anything else must be a number.
    pub fn port(&self, key: &str) -> Result<u16, ConfigError> {
        let value = self
            .entries
            .get(key)
            .ok_or_else(|| ConfigError::Missing(key.to_string()))?;
        let port = match value.as_str() {
            "default" => 8080,
            text => text.parse().map_err(|_| ConfigError::Invalid {
                key: key.to_string(),
                value: text.to_string(),
            })?,
        };
        Ok(port)
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
==== tests
#[test]
fn default_and_number() {
    let mut s = Section::default();
    s.set("http", "default");
    s.set("admin", "9001");
    assert_eq!(s.port("http"), Ok(8080));
    assert_eq!(s.port("admin"), Ok(9001));
}
#[test]
fn errors_are_kept() {
    let mut s = Section::default();
    s.set("http", "70000");
    assert_eq!(
        s.port("http"),
        Err(ConfigError::Invalid { key: "http".to_string(), value: "70000".to_string() })
    );
    assert_eq!(s.port("x"), Err(ConfigError::Missing("x".to_string())));
}
