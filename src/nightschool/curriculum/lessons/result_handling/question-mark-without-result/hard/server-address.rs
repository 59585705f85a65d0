---
code: E0277
---
//! Settings of a small server, read from `key=value` pairs.

use std::collections::HashMap;

const DEFAULT_HOST: &str = "localhost";
const DEFAULT_PORT: u16 = 8080;

pub struct Settings {
    values: HashMap<String, String>,
}

impl Settings {
    pub fn from_pairs(pairs: &[(&str, &str)]) -> Self {
        let values = pairs
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect();
        Settings { values }
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|value| value.trim())
    }

    fn host(&self) -> &str {
        self.get("host").unwrap_or(DEFAULT_HOST)
    }

    /// The port to listen on; the usual one where the settings name none
    /// or name one that is no port.
    fn port(&self) -> u16 {
        let text = self.get("port")?;
        text.parse().unwrap_or(DEFAULT_PORT)
    }

    /// Where clients find the server.
    pub fn address(&self) -> String {
        format!("{}:{}", self.host(), self.port())
    }
}
==== fixed
//! Settings of a small server, read from `key=value` pairs.

use std::collections::HashMap;

const DEFAULT_HOST: &str = "localhost";
const DEFAULT_PORT: u16 = 8080;

pub struct Settings {
    values: HashMap<String, String>,
}

impl Settings {
    pub fn from_pairs(pairs: &[(&str, &str)]) -> Self {
        let values = pairs
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect();
        Settings { values }
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|value| value.trim())
    }

    fn host(&self) -> &str {
        self.get("host").unwrap_or(DEFAULT_HOST)
    }

    /// The port to listen on; the usual one where the settings name none
    /// or name one that is no port.
    fn port(&self) -> u16 {
        let Some(text) = self.get("port") else {
            return DEFAULT_PORT;
        };
        text.parse().unwrap_or(DEFAULT_PORT)
    }

    /// Where clients find the server.
    pub fn address(&self) -> String {
        format!("{}:{}", self.host(), self.port())
    }
}
==== tests
#[test]
fn the_settings_decide() {
    let settings = Settings::from_pairs(&[("host", "mill"), ("port", " 99 ")]);
    assert_eq!(settings.address(), "mill:99");
}

#[test]
fn usual_values_stand_in() {
    assert_eq!(Settings::from_pairs(&[]).address(), "localhost:8080");
    assert_eq!(Settings::from_pairs(&[("host", "mill")]).address(), "mill:8080");
    assert_eq!(Settings::from_pairs(&[("port", "http")]).address(), "localhost:8080");
}
