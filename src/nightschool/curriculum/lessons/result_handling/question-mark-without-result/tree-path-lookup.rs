---
code: E0277
---
use std::collections::BTreeMap;

/// A settings tree: inner nodes have named children, leaves a text.
pub enum Settings {
    Leaf(String),
    Group(BTreeMap<String, Settings>),
}

impl Settings {
    pub fn group(children: Vec<(&str, Settings)>) -> Self {
        Settings::Group(
            children
                .into_iter()
                .map(|(name, child)| (name.to_string(), child))
                .collect(),
        )
    }

    fn child(&self, name: &str) -> Option<&Settings> {
        match self {
            Settings::Leaf(_) => None,
            Settings::Group(children) => children.get(name),
        }
    }

    /// The text at a path such as `log.file`, or nothing.
    fn text(&self, path: &str) -> Option<&str> {
        let mut node = self;
        for name in path.split('.') {
            node = node.child(name)?;
        }
        match node {
            Settings::Leaf(text) => Some(text),
            Settings::Group(_) => None,
        }
    }

    /// The text at the path; where there is none, `default`.
    pub fn text_or<'a>(&'a self, path: &str, default: &'a str) -> &'a str {
        let text = self.text(path)?;
        text.trim()
    }
}
==== fixed
use std::collections::BTreeMap;

/// A settings tree: inner nodes have named children, leaves a text.
pub enum Settings {
    Leaf(String),
    Group(BTreeMap<String, Settings>),
}

impl Settings {
    pub fn group(children: Vec<(&str, Settings)>) -> Self {
        Settings::Group(
            children
                .into_iter()
                .map(|(name, child)| (name.to_string(), child))
                .collect(),
        )
    }

    fn child(&self, name: &str) -> Option<&Settings> {
        match self {
            Settings::Leaf(_) => None,
            Settings::Group(children) => children.get(name),
        }
    }

    /// The text at a path such as `log.file`, or nothing.
    fn text(&self, path: &str) -> Option<&str> {
        let mut node = self;
        for name in path.split('.') {
            node = node.child(name)?;
        }
        match node {
            Settings::Leaf(text) => Some(text),
            Settings::Group(_) => None,
        }
    }

    /// The text at the path; where there is none, `default`.
    pub fn text_or<'a>(&'a self, path: &str, default: &'a str) -> &'a str {
        let Some(text) = self.text(path) else {
            return default;
        };
        text.trim()
    }
}
==== tests
fn sample() -> Settings {
    Settings::group(vec![
        ("log", Settings::group(vec![("file", Settings::Leaf(" a.log ".to_string()))])),
        ("name", Settings::Leaf("".to_string())),
    ])
}

#[test]
fn present_texts() {
    let settings = sample();
    assert_eq!(settings.text_or("log.file", "-"), "a.log");
    assert_eq!(settings.text_or("name", "-"), "");
}

#[test]
fn missing_texts() {
    let settings = sample();
    assert_eq!(settings.text_or("log", "none"), "none");
    assert_eq!(settings.text_or("log.level", "info"), "info");
    assert_eq!(settings.text_or("name.x", " x "), " x ");
}
