---
code: E0382
---
use std::collections::HashMap;

pub type Values = HashMap<String, String>;

fn fill(template: &str, values: Values) -> String {
    let mut text = template.to_string();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), &value);
    }
    text
}

/// Renders the template once per row. Every row sees the shared values and its own,
/// and its own win where both have a name.
pub fn render_rows(template: &str, shared: Values, rows: Vec<Values>) -> Vec<String> {
    let mut rendered = Vec::with_capacity(rows.len());
    for row in rows {
        let mut values = shared;
        values.extend(row);
        rendered.push(fill(template, values));
    }
    rendered
}

pub fn values(pairs: &[(&str, &str)]) -> Values {
    pairs
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect()
}
==== fixed
use std::collections::HashMap;

pub type Values = HashMap<String, String>;

fn fill(template: &str, values: Values) -> String {
    let mut text = template.to_string();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), &value);
    }
    text
}

/// Renders the template once per row. Every row sees the shared values and its own,
/// and its own win where both have a name.
pub fn render_rows(template: &str, shared: Values, rows: Vec<Values>) -> Vec<String> {
    let mut rendered = Vec::with_capacity(rows.len());
    for row in rows {
        let mut values = shared.clone();
        values.extend(row);
        rendered.push(fill(template, values));
    }
    rendered
}

pub fn values(pairs: &[(&str, &str)]) -> Values {
    pairs
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect()
}
==== tests
#[test]
fn rows_do_not_leak_into_each_other() {
    let shared = values(&[("greeting", "Hello"), ("name", "you")]);
    let rows = vec![
        values(&[("name", "Ann"), ("greeting", "Hi")]),
        values(&[]),
        values(&[("name", "Bo")]),
    ];
    assert_eq!(
        render_rows("{greeting} {name}!", shared, rows),
        ["Hi Ann!", "Hello you!", "Hello Bo!"]
    );
}
#[test]
fn no_rows() {
    assert!(render_rows("{x}", values(&[("x", "1")]), vec![]).is_empty());
}
