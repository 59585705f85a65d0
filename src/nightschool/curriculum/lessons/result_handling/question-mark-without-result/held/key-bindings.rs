---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BindError {
    NoEquals(String),
    UnknownModifier(String),
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chord {
    pub ctrl: bool,
    pub shift: bool,
    pub key: String,
}

fn parse_chord(text: &str) -> Result<Chord, BindError> {
    let mut chord = Chord { ctrl: false, shift: false, key: String::new() };
    let mut parts: Vec<&str> = text.split('+').map(str::trim).collect();
    chord.key = parts.pop().unwrap_or("").to_string();
    for part in parts {
        match part {
            "ctrl" => chord.ctrl = true,
            "shift" => chord.shift = true,
            other => return Err(BindError::UnknownModifier(other.to_string())),
        }
    }
    Ok(chord)
}

#[derive(Default)]
pub struct Keymap {
    bindings: BTreeMap<Chord, String>,
}

impl Keymap {
    fn bind_line(&mut self, line: &str) {
        let (chord, action) = line
            .split_once('=')
            .ok_or_else(|| BindError::NoEquals(line.to_string()))?;
        let chord = parse_chord(chord)?;
        self.bindings.insert(chord, action.trim().to_string());
    }

    /// Reads one binding per line and stops at the first line that is wrong.
    pub fn load(text: &str) -> Result<Keymap, BindError> {
        let mut map = Keymap::default();
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            map.bind_line(line);
        }
        Ok(map)
    }

    pub fn action(&self, chord: &Chord) -> Option<&str> {
        self.bindings.get(chord).map(String::as_str)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BindError {
    NoEquals(String),
    UnknownModifier(String),
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chord {
    pub ctrl: bool,
    pub shift: bool,
    pub key: String,
}

fn parse_chord(text: &str) -> Result<Chord, BindError> {
    let mut chord = Chord { ctrl: false, shift: false, key: String::new() };
    let mut parts: Vec<&str> = text.split('+').map(str::trim).collect();
    chord.key = parts.pop().unwrap_or("").to_string();
    for part in parts {
        match part {
            "ctrl" => chord.ctrl = true,
            "shift" => chord.shift = true,
            other => return Err(BindError::UnknownModifier(other.to_string())),
        }
    }
    Ok(chord)
}

#[derive(Default)]
pub struct Keymap {
    bindings: BTreeMap<Chord, String>,
}

impl Keymap {
    fn bind_line(&mut self, line: &str) -> Result<(), BindError> {
        let (chord, action) = line
            .split_once('=')
            .ok_or_else(|| BindError::NoEquals(line.to_string()))?;
        let chord = parse_chord(chord)?;
        self.bindings.insert(chord, action.trim().to_string());
        Ok(())
    }

    /// Reads one binding per line and stops at the first line that is wrong.
    pub fn load(text: &str) -> Result<Keymap, BindError> {
        let mut map = Keymap::default();
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            map.bind_line(line)?;
        }
        Ok(map)
    }

    pub fn action(&self, chord: &Chord) -> Option<&str> {
        self.bindings.get(chord).map(String::as_str)
    }
}
==== tests
#[test]
fn good_lines_are_bound() {
    let map = Keymap::load("ctrl+s = save\n\nctrl+shift+z = redo\n").ok().unwrap();
    let chord = Chord { ctrl: true, shift: true, key: "z".into() };
    assert_eq!(map.action(&chord), Some("redo"));
}

#[test]
fn bad_lines_are_reported() {
    assert_eq!(Keymap::load("ctrl+s save").err(), Some(BindError::NoEquals("ctrl+s save".into())));
    assert_eq!(
        Keymap::load("ctrl+a = all\nhyper+q = quit").err(),
        Some(BindError::UnknownModifier("hyper".into()))
    );
}
