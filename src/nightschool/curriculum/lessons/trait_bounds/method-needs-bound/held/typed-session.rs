---
code: E0599
---
use std::collections::HashMap;
use std::str::FromStr;

/// Text values of one session.
#[derive(Debug, Default, Clone)]
pub struct Values {
    map: HashMap<String, String>,
}

impl Values {
    pub fn set<T>(&mut self, key: &str, value: T) {
        self.map.insert(key.to_string(), value.to_string());
    }

    /// The typed value under `key`; `None` if it is absent or of another
    /// type.
    pub fn get<T: FromStr>(&self, key: &str) -> Option<T> {
        self.map.get(key)?.parse().ok()
    }

    pub fn touch(&mut self, now: u64) {
        self.set("last_seen", now);
        let visits: u32 = self.get("visits").unwrap_or(0);
        self.set("visits", visits + 1);
    }
}
==== fixed
use std::collections::HashMap;
use std::str::FromStr;

/// Text values of one session.
#[derive(Debug, Default, Clone)]
pub struct Values {
    map: HashMap<String, String>,
}

impl Values {
    pub fn set<T: ToString>(&mut self, key: &str, value: T) {
        self.map.insert(key.to_string(), value.to_string());
    }

    /// The typed value under `key`; `None` if it is absent or of another
    /// type.
    pub fn get<T: FromStr>(&self, key: &str) -> Option<T> {
        self.map.get(key)?.parse().ok()
    }

    pub fn touch(&mut self, now: u64) {
        self.set("last_seen", now);
        let visits: u32 = self.get("visits").unwrap_or(0);
        self.set("visits", visits + 1);
    }
}
==== tests
    #[test]
    fn round_trip() {
        let mut v = Values::default();
        v.set("theme", "dark");
        v.set("ratio", 1.5);
        assert_eq!(v.get::<String>("theme"), Some("dark".to_string()));
        assert_eq!(v.get::<f64>("ratio"), Some(1.5));
        assert_eq!(v.get::<u8>("theme"), None);
    }
    #[test]
    fn touch_counts() {
        let mut v = Values::default();
        v.touch(100);
        v.touch(250);
        assert_eq!(v.get::<u32>("visits"), Some(2));
        assert_eq!(v.get::<u64>("last_seen"), Some(250));
    }
