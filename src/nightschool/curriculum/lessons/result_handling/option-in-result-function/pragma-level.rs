---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub struct Directive {
    pub name: String,
    pub level: u8,
}

fn level(text: &str) -> Result<u8, ParseIntError> {
    match text {
        "off" => Ok(0),
        "max" => Ok(u8::MAX),
        number => number.parse(),
    }
}

/// Reads `#pragma name level`. Any other line, and one with a level that makes
/// no sense, is not a directive.
pub fn directive(line: &str) -> Option<Directive> {
    let mut words = line.strip_prefix("#pragma ")?.split_whitespace();
    let name = words.next()?.to_string();
    let level = match words.next() {
        Some(text) => level(text)?,
        None => 1,
    };
    Some(Directive { name, level })
}

/// The directives of a source, the last one of every name, in the order of their lines.
pub fn effective(source: &str) -> Vec<Directive> {
    let mut found: Vec<Directive> = Vec::new();
    for new in source.lines().filter_map(directive) {
        found.retain(|old| old.name != new.name);
        found.push(new);
    }
    found
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub struct Directive {
    pub name: String,
    pub level: u8,
}

fn level(text: &str) -> Result<u8, ParseIntError> {
    match text {
        "off" => Ok(0),
        "max" => Ok(u8::MAX),
        number => number.parse(),
    }
}

/// Reads `#pragma name level`. Any other line, and one with a level that makes
/// no sense, is not a directive.
pub fn directive(line: &str) -> Option<Directive> {
    let mut words = line.strip_prefix("#pragma ")?.split_whitespace();
    let name = words.next()?.to_string();
    let level = match words.next() {
        Some(text) => level(text).ok()?,
        None => 1,
    };
    Some(Directive { name, level })
}

/// The directives of a source, the last one of every name, in the order of their lines.
pub fn effective(source: &str) -> Vec<Directive> {
    let mut found: Vec<Directive> = Vec::new();
    for new in source.lines().filter_map(directive) {
        found.retain(|old| old.name != new.name);
        found.push(new);
    }
    found
}
==== tests
fn d(name: &str, level: u8) -> Directive {
    Directive { name: name.into(), level }
}
#[test]
fn reads_levels() {
    assert_eq!(directive("#pragma inline max"), Some(d("inline", 255)));
    assert_eq!(directive("#pragma warn 3"), Some(d("warn", 3)));
    assert_eq!(directive("#pragma warn"), Some(d("warn", 1)));
}
#[test]
fn nonsense_is_no_directive() {
    assert_eq!(directive("#pragma warn 300"), None);
    assert_eq!(directive("#pragma warn loud"), None);
    assert_eq!(directive("warn 3"), None);
}
#[test]
fn last_one_counts() {
    let source = "#pragma a 1\n#pragma b off\nx = 1\n#pragma a 2\n#pragma b x\n";
    assert_eq!(effective(source), [d("b", 0), d("a", 2)]);
}
