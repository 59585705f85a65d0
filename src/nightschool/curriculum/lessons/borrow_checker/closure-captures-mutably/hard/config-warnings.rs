---
code: E0502
---
//! Reads `key = value` settings and collects warnings on the way.

#[derive(Debug, Default, PartialEq)]
pub struct Settings {
    pub pairs: Vec<(String, String)>,
    pub warnings: Vec<String>,
    /// How many of the warnings concern single lines; the rest is about
    /// the settings as a whole.
    pub line_warnings: usize,
}

const REQUIRED: [&str; 2] = ["host", "port"];

pub fn read(text: &str) -> Settings {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut warnings = Vec::new();
    let mut warn = |message: String| warnings.push(format!("warning: {message}"));
    for (index, line) in text.lines().enumerate() {
        match line.split_once('=') {
            Some((key, value)) => pairs.push((key.trim().to_string(), value.trim().to_string())),
            None => warn(format!("line {} is no setting", index + 1)),
        }
    }
    let line_warnings = warnings.len();
    for key in REQUIRED {
        if !pairs.iter().any(|(name, _)| name == key) {
            warn(format!("{key} is missing"));
        }
    }
    Settings { pairs, warnings, line_warnings }
}
==== fixed
//! Reads `key = value` settings and collects warnings on the way.

#[derive(Debug, Default, PartialEq)]
pub struct Settings {
    pub pairs: Vec<(String, String)>,
    pub warnings: Vec<String>,
    /// How many of the warnings concern single lines; the rest is about
    /// the settings as a whole.
    pub line_warnings: usize,
}

const REQUIRED: [&str; 2] = ["host", "port"];

pub fn read(text: &str) -> Settings {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut warnings = Vec::new();
    let warn = |warnings: &mut Vec<String>, message: String| {
        warnings.push(format!("warning: {message}"))
    };
    for (index, line) in text.lines().enumerate() {
        match line.split_once('=') {
            Some((key, value)) => pairs.push((key.trim().to_string(), value.trim().to_string())),
            None => warn(&mut warnings, format!("line {} is no setting", index + 1)),
        }
    }
    let line_warnings = warnings.len();
    for key in REQUIRED {
        if !pairs.iter().any(|(name, _)| name == key) {
            warn(&mut warnings, format!("{key} is missing"));
        }
    }
    Settings { pairs, warnings, line_warnings }
}
==== tests
#[test]
fn counts_line_warnings_only() {
    let settings = read("host = a\nwhat\n");
    assert_eq!(settings.warnings, ["warning: line 2 is no setting", "warning: port is missing"]);
    assert_eq!(settings.line_warnings, 1);
    assert_eq!(settings.pairs, [("host".to_string(), "a".to_string())]);
}

#[test]
fn nothing_set() {
    let settings = read("");
    assert_eq!(settings.line_warnings, 0);
    assert_eq!(settings.warnings.len(), 2);
    assert!(read("host=h\nport=1").warnings.is_empty());
}
