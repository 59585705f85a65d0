---
code: E0106
---
use std::collections::HashMap;

/// Translations of message keys.
#[derive(Default)]
pub struct Catalogue {
    texts: HashMap<String, String>,
}

impl Catalogue {
    pub fn add(&mut self, key: &str, text: &str) {
        self.texts.insert(key.to_string(), text.to_string());
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }
}

/// Looks in the user's catalogue first, then in the built-in one.
pub fn translate(user: &Catalogue, builtin: &Catalogue, key: &str) -> Option<&str> {
    user.get(key).or_else(|| builtin.get(key))
}

/// Numbered messages `prefix.1`, `prefix.2` and so on, up to the first that neither catalogue has.
pub fn numbered(user: &Catalogue, builtin: &Catalogue, prefix: &str) -> Vec<&str> {
    let mut texts = Vec::new();
    for number in 1.. {
        let key = format!("{prefix}.{number}");
        match translate(user, builtin, &key) {
            Some(text) => texts.push(text),
            None => break,
        }
    }
    texts
}
==== fixed
use std::collections::HashMap;

/// Translations of message keys.
#[derive(Default)]
pub struct Catalogue {
    texts: HashMap<String, String>,
}

impl Catalogue {
    pub fn add(&mut self, key: &str, text: &str) {
        self.texts.insert(key.to_string(), text.to_string());
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }
}

/// Looks in the user's catalogue first, then in the built-in one.
pub fn translate<'c>(user: &'c Catalogue, builtin: &'c Catalogue, key: &str) -> Option<&'c str> {
    user.get(key).or_else(|| builtin.get(key))
}

/// Numbered messages `prefix.1`, `prefix.2` and so on, up to the first that neither catalogue has.
pub fn numbered<'c>(user: &'c Catalogue, builtin: &'c Catalogue, prefix: &str) -> Vec<&'c str> {
    let mut texts = Vec::new();
    for number in 1.. {
        let key = format!("{prefix}.{number}");
        match translate(user, builtin, &key) {
            Some(text) => texts.push(text),
            None => break,
        }
    }
    texts
}
==== tests
fn catalogue(entries: &[(&str, &str)]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for (key, text) in entries {
        catalogue.add(key, text);
    }
    catalogue
}

#[test]
fn user_texts_win() {
    let user = catalogue(&[("tip.2", "mine")]);
    let builtin = catalogue(&[("tip.1", "one"), ("tip.2", "two"), ("tip.4", "four")]);
    assert_eq!(numbered(&user, &builtin, "tip"), vec!["one", "mine"]);
    assert_eq!(translate(&user, &builtin, "tip.3"), None);
}

#[test]
fn keys_may_be_short_lived() {
    let user = catalogue(&[]);
    let builtin = catalogue(&[("a.1", "x")]);
    let text = {
        let key = format!("{}.{}", "a", 1);
        translate(&user, &builtin, &key)
    };
    assert_eq!(text, Some("x"));
}
