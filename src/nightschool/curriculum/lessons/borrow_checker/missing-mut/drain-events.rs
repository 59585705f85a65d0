---
code: E0596
edition: "2024"
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mode {
    Normal,
    Insert,
    Command,
}

#[derive(Debug)]
pub struct Editor {
    pub mode: Mode,
    pub text: String,
    pub history: Vec<Mode>,
}

impl Editor {
    pub fn new() -> Self {
        Editor { mode: Mode::Normal, text: String::new(), history: Vec::new() }
    }

    fn switch(&mut self, mode: Mode) {
        self.history.push(self.mode);
        self.mode = mode;
    }

    pub fn key(&mut self, key: char) {
        match (self.mode, key) {
            (Mode::Normal, 'i') => self.switch(Mode::Insert),
            (Mode::Normal, ':') => self.switch(Mode::Command),
            (_, '\u{1b}') => self.switch(Mode::Normal),
            (Mode::Insert, c) => self.text.push(c),
            _ => {}
        }
    }
}

/// Types the keys into every editor; the editors keep what was typed.
pub fn broadcast(editors: &mut [Editor], keys: &str) {
    for editor in editors.iter() {
        keys.chars().for_each(|key| editor.key(key));
    }
}

pub fn modes(editors: &[Editor]) -> Vec<Mode> {
    editors.iter().map(|e| e.mode).collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mode {
    Normal,
    Insert,
    Command,
}

#[derive(Debug)]
pub struct Editor {
    pub mode: Mode,
    pub text: String,
    pub history: Vec<Mode>,
}

impl Editor {
    pub fn new() -> Self {
        Editor { mode: Mode::Normal, text: String::new(), history: Vec::new() }
    }

    fn switch(&mut self, mode: Mode) {
        self.history.push(self.mode);
        self.mode = mode;
    }

    pub fn key(&mut self, key: char) {
        match (self.mode, key) {
            (Mode::Normal, 'i') => self.switch(Mode::Insert),
            (Mode::Normal, ':') => self.switch(Mode::Command),
            (_, '\u{1b}') => self.switch(Mode::Normal),
            (Mode::Insert, c) => self.text.push(c),
            _ => {}
        }
    }
}

/// Types the keys into every editor; the editors keep what was typed.
pub fn broadcast(editors: &mut [Editor], keys: &str) {
    for editor in editors.iter_mut() {
        keys.chars().for_each(|key| editor.key(key));
    }
}

pub fn modes(editors: &[Editor]) -> Vec<Mode> {
    editors.iter().map(|e| e.mode).collect()
}
==== tests
#[test]
fn all_editors_get_the_keys() {
    let mut all = [Editor::new(), Editor::new()];
    all[1].key(':');
    broadcast(&mut all, "iab");
    assert_eq!(all[0].text, "ab");
    assert_eq!(all[1].text, "");
    assert_eq!(modes(&all), vec![Mode::Insert, Mode::Command]);
}

#[test]
fn escape_returns_to_normal() {
    let mut all = [Editor::new()];
    broadcast(&mut all, "ix\u{1b}y");
    assert_eq!(all[0].text, "x");
    assert_eq!(all[0].history, vec![Mode::Normal, Mode::Insert]);
}
