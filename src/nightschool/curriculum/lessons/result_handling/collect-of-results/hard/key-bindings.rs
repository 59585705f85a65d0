---
code: E0277
---
//! Key bindings of a game, one `action: key` a line.

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum BindingError {
    NoColon(String),
    /// A key is a single letter.
    NotAKey(String),
}

fn read_binding(line: &str) -> Result<(String, char), BindingError> {
    let (action, key) = line
        .split_once(':')
        .ok_or_else(|| BindingError::NoColon(line.to_string()))?;
    let mut letters = key.trim().chars();
    match (letters.next(), letters.next()) {
        (Some(key), None) => Ok((action.trim().to_string(), key)),
        _ => Err(BindingError::NotAKey(key.trim().to_string())),
    }
}

#[derive(Debug, PartialEq)]
pub struct Bindings {
    keys: BTreeMap<String, char>,
}

impl Bindings {
    /// Reads the file over the standard bindings, which it may change.
    /// Refuses the file at its first mistake.
    pub fn read(file: &str) -> Result<Bindings, BindingError> {
        let mut keys = BTreeMap::from([("jump".to_string(), ' '), ("duck".to_string(), 'c')]);
        keys.extend(file.lines().map(read_binding).collect::<BTreeMap<String, char>>());
        Ok(Bindings { keys })
    }

    pub fn key(&self, action: &str) -> Option<char> {
        self.keys.get(action).copied()
    }
}
==== fixed
//! Key bindings of a game, one `action: key` a line.

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum BindingError {
    NoColon(String),
    /// A key is a single letter.
    NotAKey(String),
}

fn read_binding(line: &str) -> Result<(String, char), BindingError> {
    let (action, key) = line
        .split_once(':')
        .ok_or_else(|| BindingError::NoColon(line.to_string()))?;
    let mut letters = key.trim().chars();
    match (letters.next(), letters.next()) {
        (Some(key), None) => Ok((action.trim().to_string(), key)),
        _ => Err(BindingError::NotAKey(key.trim().to_string())),
    }
}

#[derive(Debug, PartialEq)]
pub struct Bindings {
    keys: BTreeMap<String, char>,
}

impl Bindings {
    /// Reads the file over the standard bindings, which it may change.
    /// Refuses the file at its first mistake.
    pub fn read(file: &str) -> Result<Bindings, BindingError> {
        let mut keys = BTreeMap::from([("jump".to_string(), ' '), ("duck".to_string(), 'c')]);
        keys.extend(file.lines().map(read_binding).collect::<Result<BTreeMap<String, char>, _>>()?);
        Ok(Bindings { keys })
    }

    pub fn key(&self, action: &str) -> Option<char> {
        self.keys.get(action).copied()
    }
}
==== tests
#[test]
fn reads_over_the_standard() {
    let bindings = Bindings::read("jump: w\nfire : x\njump: k").unwrap();
    assert_eq!(bindings.key("jump"), Some('k'));
    assert_eq!(bindings.key("fire"), Some('x'));
    assert_eq!(bindings.key("duck"), Some('c'));
    assert_eq!(bindings.key("fly"), None);
}

#[test]
fn refuses_a_faulty_file() {
    assert_eq!(Bindings::read("jump: w\nfire"), Err(BindingError::NoColon("fire".to_string())));
    assert_eq!(Bindings::read("a: up\nb"), Err(BindingError::NotAKey("up".to_string())));
    assert_eq!(Bindings::read("").unwrap().key("jump"), Some(' '));
}
