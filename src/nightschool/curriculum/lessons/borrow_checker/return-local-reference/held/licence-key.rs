---
code: E0515
---
use std::collections::BTreeMap;

/// Licence texts by normalised identifier.
#[derive(Default)]
pub struct Catalogue {
    texts: BTreeMap<String, String>,
}

/// Lower case, blanks turned into dashes, a trailing "-license" dropped.
pub fn normalise(raw: &str) -> &str {
    let key = raw.trim().to_lowercase().replace(' ', "-");
    key.strip_suffix("-license").unwrap_or(&key)
}

impl Catalogue {
    pub fn register(&mut self, raw: &str, text: &str) {
        let key = normalise(raw);
        self.texts.insert(key.to_string(), text.to_string());
    }

    pub fn text(&self, raw: &str) -> Option<&str> {
        let key = normalise(raw);
        self.texts.get(&key.to_string()).map(String::as_str)
    }

    pub fn identifiers(&self) -> Vec<&str> {
        self.texts.keys().map(String::as_str).collect()
    }
}
==== fixed
use std::collections::BTreeMap;

/// Licence texts by normalised identifier.
#[derive(Default)]
pub struct Catalogue {
    texts: BTreeMap<String, String>,
}

/// Lower case, blanks turned into dashes, a trailing "-license" dropped.
pub fn normalise(raw: &str) -> String {
    let key = raw.trim().to_lowercase().replace(' ', "-");
    key.strip_suffix("-license").unwrap_or(&key).to_string()
}

impl Catalogue {
    pub fn register(&mut self, raw: &str, text: &str) {
        let key = normalise(raw);
        self.texts.insert(key.to_string(), text.to_string());
    }

    pub fn text(&self, raw: &str) -> Option<&str> {
        let key = normalise(raw);
        self.texts.get(&key.to_string()).map(String::as_str)
    }

    pub fn identifiers(&self) -> Vec<&str> {
        self.texts.keys().map(String::as_str).collect()
    }
}
==== tests
    #[test]
    fn spellings_meet() {
        let mut c = Catalogue::default();
        c.register(" MIT License ", "do as you like");
        assert_eq!(c.text("mit"), Some("do as you like"));
        assert_eq!(c.text("Mit-License"), Some("do as you like"));
        assert_eq!(c.text("isc"), None);
    }
    #[test]
    fn keys_are_normal() {
        let mut c = Catalogue::default();
        c.register("Apache 2.0 License", "a");
        c.register("License Zero", "z");
        assert_eq!(c.identifiers(), vec!["apache-2.0", "license-zero"]);
    }
