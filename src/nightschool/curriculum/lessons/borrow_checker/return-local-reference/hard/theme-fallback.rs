---
code: E0515
---
//! Colours of an editor theme.

use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    pub colour: String,
    pub bold: bool,
}

impl Style {
    pub fn new(colour: &str, bold: bool) -> Self {
        Style { colour: colour.to_string(), bold }
    }
}

pub struct Theme {
    base: Style,
    rules: HashMap<String, Style>,
}

impl Theme {
    pub fn new(base: Style) -> Self {
        Theme { base, rules: HashMap::new() }
    }

    pub fn rule(mut self, scope: &str, style: Style) -> Self {
        self.rules.insert(scope.to_string(), style);
        self
    }

    /// The style of a scope like `string.escape`: its own rule, or that of the
    /// nearest enclosing scope, or the base style.
    pub fn style(&self, scope: &str) -> &Style {
        let mut rest = scope;
        loop {
            if let Some(style) = self.rules.get(rest) {
                return style;
            }
            match rest.rsplit_once('.') {
                Some((outer, _)) => rest = outer,
                None => return &self.base.clone(),
            }
        }
    }
}
==== fixed
//! Colours of an editor theme.

use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    pub colour: String,
    pub bold: bool,
}

impl Style {
    pub fn new(colour: &str, bold: bool) -> Self {
        Style { colour: colour.to_string(), bold }
    }
}

pub struct Theme {
    base: Style,
    rules: HashMap<String, Style>,
}

impl Theme {
    pub fn new(base: Style) -> Self {
        Theme { base, rules: HashMap::new() }
    }

    pub fn rule(mut self, scope: &str, style: Style) -> Self {
        self.rules.insert(scope.to_string(), style);
        self
    }

    /// The style of a scope like `string.escape`: its own rule, or that of the
    /// nearest enclosing scope, or the base style.
    pub fn style(&self, scope: &str) -> &Style {
        let mut rest = scope;
        loop {
            if let Some(style) = self.rules.get(rest) {
                return style;
            }
            match rest.rsplit_once('.') {
                Some((outer, _)) => rest = outer,
                None => return &self.base,
            }
        }
    }
}
==== tests
fn theme() -> Theme {
    Theme::new(Style::new("grey", false))
        .rule("string", Style::new("green", false))
        .rule("keyword.control", Style::new("red", true))
}

#[test]
fn nearest_rule() {
    let theme = theme();
    assert_eq!(theme.style("string").colour, "green");
    assert_eq!(theme.style("string.escape.hex").colour, "green");
    assert!(theme.style("keyword.control").bold);
}

#[test]
fn base_style() {
    let theme = theme();
    assert_eq!(theme.style("keyword").colour, "grey");
    assert_eq!(theme.style("comment.line").colour, "grey");
    assert!(!theme.style("").bold);
}
