---
code: E0599
---
use std::collections::BTreeMap;

pub trait Attribute {
    fn key(&self) -> &'static str;
    fn text(&self) -> Option<String>;
}

pub struct MaxAge(pub u32);
pub struct HttpOnly;

impl Attribute for MaxAge {
    fn key(&self) -> &'static str {
        "Max-Age"
    }
    fn text(&self) -> Option<String> {
        Some(self.0.to_string())
    }
}

impl Attribute for HttpOnly {
    fn key(&self) -> &'static str {
        "HttpOnly"
    }
    fn text(&self) -> Option<String> {
        None
    }
}

/// A response cookie under construction; a repeated attribute replaces the
/// earlier one.
pub struct Cookie {
    name: String,
    attributes: BTreeMap<&'static str, Option<String>>,
}

impl Cookie {
    pub fn new(name: &str) -> Self {
        Cookie {
            name: name.to_string(),
            attributes: BTreeMap::new(),
        }
    }

    pub fn with<A>(mut self, attribute: A) -> Self {
        self.attributes.insert(attribute.key(), attribute.text());
        self
    }

    pub fn render(&self, value: &str) -> String {
        let mut line = format!("{}={value}", self.name);
        for (key, text) in &self.attributes {
            line.push_str("; ");
            line.push_str(key);
            if let Some(text) = text {
                line.push_str(&format!("={text}"));
            }
        }
        line
    }
}
==== fixed
use std::collections::BTreeMap;

pub trait Attribute {
    fn key(&self) -> &'static str;
    fn text(&self) -> Option<String>;
}

pub struct MaxAge(pub u32);
pub struct HttpOnly;

impl Attribute for MaxAge {
    fn key(&self) -> &'static str {
        "Max-Age"
    }
    fn text(&self) -> Option<String> {
        Some(self.0.to_string())
    }
}

impl Attribute for HttpOnly {
    fn key(&self) -> &'static str {
        "HttpOnly"
    }
    fn text(&self) -> Option<String> {
        None
    }
}

/// A response cookie under construction; a repeated attribute replaces the
/// earlier one.
pub struct Cookie {
    name: String,
    attributes: BTreeMap<&'static str, Option<String>>,
}

impl Cookie {
    pub fn new(name: &str) -> Self {
        Cookie {
            name: name.to_string(),
            attributes: BTreeMap::new(),
        }
    }

    pub fn with<A: Attribute>(mut self, attribute: A) -> Self {
        self.attributes.insert(attribute.key(), attribute.text());
        self
    }

    pub fn render(&self, value: &str) -> String {
        let mut line = format!("{}={value}", self.name);
        for (key, text) in &self.attributes {
            line.push_str("; ");
            line.push_str(key);
            if let Some(text) = text {
                line.push_str(&format!("={text}"));
            }
        }
        line
    }
}
==== tests
    #[test]
    fn attributes_are_rendered() {
        let c = Cookie::new("sid").with(MaxAge(60)).with(HttpOnly);
        assert_eq!(c.render("x1"), "sid=x1; HttpOnly; Max-Age=60");
    }
    #[test]
    fn later_wins() {
        let c = Cookie::new("sid").with(MaxAge(60)).with(MaxAge(5));
        assert_eq!(c.render(""), "sid=; Max-Age=5");
    }
