---
code: E0053
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Char(char),
    Enter,
    Backspace,
}

pub trait Handler {
    /// Takes one key; true if the line is now complete.
    fn press(&mut self, key: Key) -> bool;
    fn text(&self) -> String;
}

#[derive(Default)]
pub struct LineEditor {
    buffer: Vec<char>,
}

impl Handler for LineEditor {
    fn press(&mut self, key: Key) -> bool {
        match key {
            Key::Char(c) => self.buffer.push(c),
            Key::Backspace => {
                self.buffer.pop();
            }
            Key::Enter => return true,
        }
        false
    }

    fn text(&self) -> String {
        self.buffer.iter().collect()
    }
}

/// Accepts digits only, and is complete on its own once it has `length` of them.
pub struct PinPad {
    length: usize,
    digits: String,
}

impl PinPad {
    pub fn new(length: usize) -> PinPad {
        PinPad { length, digits: String::new() }
    }
}

impl Handler for PinPad {
    fn press(&mut self, key: &Key) -> bool {
        match *key {
            Key::Char(c) if c.is_ascii_digit() => self.digits.push(c),
            Key::Backspace => {
                self.digits.pop();
            }
            _ => {}
        }
        self.digits.len() == self.length
    }

    fn text(&self) -> String {
        self.digits.clone()
    }
}

pub fn type_all(handler: &mut dyn Handler, keys: &[Key]) -> usize {
    for (i, key) in keys.iter().enumerate() {
        if handler.press(*key) {
            return i + 1;
        }
    }
    keys.len()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Char(char),
    Enter,
    Backspace,
}

pub trait Handler {
    /// Takes one key; true if the line is now complete.
    fn press(&mut self, key: Key) -> bool;
    fn text(&self) -> String;
}

#[derive(Default)]
pub struct LineEditor {
    buffer: Vec<char>,
}

impl Handler for LineEditor {
    fn press(&mut self, key: Key) -> bool {
        match key {
            Key::Char(c) => self.buffer.push(c),
            Key::Backspace => {
                self.buffer.pop();
            }
            Key::Enter => return true,
        }
        false
    }

    fn text(&self) -> String {
        self.buffer.iter().collect()
    }
}

/// Accepts digits only, and is complete on its own once it has `length` of them.
pub struct PinPad {
    length: usize,
    digits: String,
}

impl PinPad {
    pub fn new(length: usize) -> PinPad {
        PinPad { length, digits: String::new() }
    }
}

impl Handler for PinPad {
    fn press(&mut self, key: Key) -> bool {
        match key {
            Key::Char(c) if c.is_ascii_digit() => self.digits.push(c),
            Key::Backspace => {
                self.digits.pop();
            }
            _ => {}
        }
        self.digits.len() == self.length
    }

    fn text(&self) -> String {
        self.digits.clone()
    }
}

pub fn type_all(handler: &mut dyn Handler, keys: &[Key]) -> usize {
    for (i, key) in keys.iter().enumerate() {
        if handler.press(*key) {
            return i + 1;
        }
    }
    keys.len()
}
==== tests
#[test]
fn pin_pad_stops_when_full() {
    let mut pad = PinPad::new(3);
    let keys = ['1', 'x', '2', '3', '4'].map(Key::Char);
    assert_eq!(type_all(&mut pad, &keys), 4);
    assert_eq!(pad.text(), "123");
}

#[test]
fn backspace_and_enter() {
    let mut pad = PinPad::new(2);
    assert_eq!(type_all(&mut pad, &[Key::Char('7'), Key::Backspace, Key::Enter, Key::Char('8')]), 4);
    assert_eq!(pad.text(), "8");
    let mut line = LineEditor::default();
    assert_eq!(type_all(&mut line, &[Key::Char('a'), Key::Enter, Key::Char('b')]), 2);
    assert_eq!(line.text(), "a");
}
