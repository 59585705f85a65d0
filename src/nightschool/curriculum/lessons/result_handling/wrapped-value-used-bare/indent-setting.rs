---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    pub indent: usize,
    pub newline: String,
    pub heading: Option<String>,
}

impl Default for Style {
    fn default() -> Self {
        Style {
            indent: 4,
            newline: "\n".to_string(),
            heading: None,
        }
    }
}

fn number(table: &HashMap<&str, &str>, key: &str) -> Option<usize> {
    table.get(key)?.parse().ok()
}

/// Builds a style from a table of settings. What the table does not say, or does not
/// say legibly, is as in the default style.
pub fn style(table: &HashMap<&str, &str>) -> Style {
    let default = Style::default();
    let newline = match table.get("newline") {
        Some(&"windows") => "\r\n".to_string(),
        Some(&"unix") => "\n".to_string(),
        _ => default.newline,
    };
    Style {
        indent: number(table, "indent"),
        newline,
        heading: table.get("heading").map(|text| text.to_string()),
    }
}

pub fn layout(style: &Style, lines: &[&str]) -> String {
    let pad = " ".repeat(style.indent);
    let body = lines.iter().map(|line| format!("{pad}{line}{}", style.newline));
    style.heading.iter().map(|h| format!("{h}{}", style.newline)).chain(body).collect()
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    pub indent: usize,
    pub newline: String,
    pub heading: Option<String>,
}

impl Default for Style {
    fn default() -> Self {
        Style {
            indent: 4,
            newline: "\n".to_string(),
            heading: None,
        }
    }
}

fn number(table: &HashMap<&str, &str>, key: &str) -> Option<usize> {
    table.get(key)?.parse().ok()
}

/// Builds a style from a table of settings. What the table does not say, or does not
/// say legibly, is as in the default style.
pub fn style(table: &HashMap<&str, &str>) -> Style {
    let default = Style::default();
    let newline = match table.get("newline") {
        Some(&"windows") => "\r\n".to_string(),
        Some(&"unix") => "\n".to_string(),
        _ => default.newline,
    };
    Style {
        indent: number(table, "indent").unwrap_or(default.indent),
        newline,
        heading: table.get("heading").map(|text| text.to_string()),
    }
}

pub fn layout(style: &Style, lines: &[&str]) -> String {
    let pad = " ".repeat(style.indent);
    let body = lines.iter().map(|line| format!("{pad}{line}{}", style.newline));
    style.heading.iter().map(|h| format!("{h}{}", style.newline)).chain(body).collect()
}
==== tests
#[test]
fn settings_win() {
    let s = style(&HashMap::from([("indent", "2"), ("newline", "windows"), ("heading", "x:")]));
    assert_eq!(layout(&s, &["a", "b"]), "x:\r\n  a\r\n  b\r\n");
}
#[test]
fn otherwise_the_default() {
    assert_eq!(style(&HashMap::new()), Style::default());
    assert_eq!(style(&HashMap::from([("indent", "two")])).indent, 4);
    assert_eq!(style(&HashMap::from([("indent", "0")])).indent, 0);
}
