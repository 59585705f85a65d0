---
code: E0277
---
use std::collections::BTreeMap;

/// Named rewriting functions for template values.
#[derive(Default)]
pub struct Filters {
    by_name: BTreeMap<String, dyn Fn(&str) -> String>,
}

impl Filters {
    /// The filters every template can use.
    pub fn standard() -> Self {
        let mut filters = Filters::default();
        filters.register("upper", |text| text.to_uppercase());
        filters.register("trim", |text| text.trim().to_string());
        filters
    }

    /// A later filter takes the place of an earlier one of the same name.
    pub fn register<F>(&mut self, name: &str, filter: F)
    where
        F: Fn(&str) -> String + 'static,
    {
        self.by_name.insert(name.to_string(), filter);
    }

    /// Sends the value through the named filters from left to right; the first unknown name is the error.
    pub fn apply(&self, value: &str, names: &[&str]) -> Result<String, String> {
        let mut text = value.to_string();
        for name in names {
            match self.by_name.get(*name) {
                Some(filter) => text = filter(&text),
                None => return Err(name.to_string()),
            }
        }
        Ok(text)
    }
}
==== fixed
use std::collections::BTreeMap;

/// Named rewriting functions for template values.
#[derive(Default)]
pub struct Filters {
    by_name: BTreeMap<String, Box<dyn Fn(&str) -> String>>,
}

impl Filters {
    /// The filters every template can use.
    pub fn standard() -> Self {
        let mut filters = Filters::default();
        filters.register("upper", |text| text.to_uppercase());
        filters.register("trim", |text| text.trim().to_string());
        filters
    }

    /// A later filter takes the place of an earlier one of the same name.
    pub fn register<F>(&mut self, name: &str, filter: F)
    where
        F: Fn(&str) -> String + 'static,
    {
        self.by_name.insert(name.to_string(), Box::new(filter));
    }

    /// Sends the value through the named filters from left to right; the first unknown name is the error.
    pub fn apply(&self, value: &str, names: &[&str]) -> Result<String, String> {
        let mut text = value.to_string();
        for name in names {
            match self.by_name.get(*name) {
                Some(filter) => text = filter(&text),
                None => return Err(name.to_string()),
            }
        }
        Ok(text)
    }
}
==== tests
#[test]
fn from_left_to_right() {
    let mut filters = Filters::standard();
    let suffix = String::from(" x ");
    filters.register("add", move |text| format!("{text}{suffix}"));
    assert_eq!(filters.apply("a", &["add", "upper"]), Ok("A X ".to_string()));
    assert_eq!(filters.apply("a", &["upper", "add", "trim"]), Ok("A x".to_string()));
    assert_eq!(filters.apply(" a", &[]), Ok(" a".to_string()));
}

#[test]
fn unknown_and_replaced() {
    let mut filters = Filters::standard();
    assert_eq!(filters.apply("a", &["trim", "lower", "nope"]), Err("lower".to_string()));
    filters.register("trim", |_| "-".to_string());
    assert_eq!(filters.apply(" a ", &["trim"]), Ok("-".to_string()));
}
