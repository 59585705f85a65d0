---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct SensorConfig {
    pub pin: u8,
    pub interval_s: u32,
    pub label: String,
}

/// Settings as `key=value` lines.
pub struct Settings {
    values: HashMap<String, String>,
}

impl Settings {
    pub const DEFAULT_INTERVAL_S: u32 = 60;

    pub fn parse(text: &str) -> Settings {
        let values = text
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(k, v)| (k.trim().to_string(), v.trim().to_string()))
            .collect();
        Settings { values }
    }

    fn number(&self, key: &str) -> Option<u32> {
        self.values.get(key)?.parse().ok()
    }

    /// `None` without a usable pin. A missing interval means the default
    /// interval, a missing label is empty.
    pub fn sensor(&self) -> Option<SensorConfig> {
        let pin = u8::try_from(self.number("pin")?).ok()?;
        Some(SensorConfig {
            pin,
            interval_s: self.number("interval"),
            label: self.values.get("label").cloned().unwrap_or_default(),
        })
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct SensorConfig {
    pub pin: u8,
    pub interval_s: u32,
    pub label: String,
}

/// Settings as `key=value` lines.
pub struct Settings {
    values: HashMap<String, String>,
}

impl Settings {
    pub const DEFAULT_INTERVAL_S: u32 = 60;

    pub fn parse(text: &str) -> Settings {
        let values = text
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(k, v)| (k.trim().to_string(), v.trim().to_string()))
            .collect();
        Settings { values }
    }

    fn number(&self, key: &str) -> Option<u32> {
        self.values.get(key)?.parse().ok()
    }

    /// `None` without a usable pin. A missing interval means the default
    /// interval, a missing label is empty.
    pub fn sensor(&self) -> Option<SensorConfig> {
        let pin = u8::try_from(self.number("pin")?).ok()?;
        Some(SensorConfig {
            pin,
            interval_s: self.number("interval").unwrap_or(Self::DEFAULT_INTERVAL_S),
            label: self.values.get("label").cloned().unwrap_or_default(),
        })
    }
}
==== tests
#[test]
fn all_given() {
    let sensor = Settings::parse("pin = 4\ninterval=15\nlabel = roof").sensor();
    assert_eq!(sensor, Some(SensorConfig { pin: 4, interval_s: 15, label: "roof".to_string() }));
}

#[test]
fn missing_interval_is_a_minute() {
    let sensor = Settings::parse("pin=7").sensor();
    assert_eq!(sensor, Some(SensorConfig { pin: 7, interval_s: 60, label: String::new() }));
}

#[test]
fn no_usable_pin() {
    assert_eq!(Settings::parse("interval=5").sensor(), None);
    assert_eq!(Settings::parse("pin=300").sensor(), None);
}
