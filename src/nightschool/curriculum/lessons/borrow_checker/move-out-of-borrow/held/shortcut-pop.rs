---
code: E0507
---
use std::collections::HashMap;

#[derive(Debug, PartialEq, Eq)]
pub struct Macro {
    pub keys: Vec<String>,
    pub runs: u32,
}

/// Records key presses and stores them as macros.
#[derive(Default)]
pub struct Recorder {
    current: Vec<String>,
    macros: HashMap<char, Macro>,
}

impl Recorder {
    pub fn press(&mut self, key: &str) {
        self.current.push(key.to_string());
    }

    /// Stores what was pressed since the last `save` under a register, replacing what was there.
    pub fn save(&mut self, register: char) -> usize {
        let keys = self.current;
        let length = keys.len();
        self.macros.insert(register, Macro { keys, runs: 0 });
        length
    }

    pub fn replay(&mut self, register: char) -> Option<String> {
        let stored = self.macros.get_mut(&register)?;
        stored.runs += 1;
        Some(stored.keys.join(" "))
    }

    pub fn runs(&self, register: char) -> u32 {
        self.macros.get(&register).map_or(0, |m| m.runs)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq, Eq)]
pub struct Macro {
    pub keys: Vec<String>,
    pub runs: u32,
}

/// Records key presses and stores them as macros.
#[derive(Default)]
pub struct Recorder {
    current: Vec<String>,
    macros: HashMap<char, Macro>,
}

impl Recorder {
    pub fn press(&mut self, key: &str) {
        self.current.push(key.to_string());
    }

    /// Stores what was pressed since the last `save` under a register, replacing what was there.
    pub fn save(&mut self, register: char) -> usize {
        let keys = std::mem::take(&mut self.current);
        let length = keys.len();
        self.macros.insert(register, Macro { keys, runs: 0 });
        length
    }

    pub fn replay(&mut self, register: char) -> Option<String> {
        let stored = self.macros.get_mut(&register)?;
        stored.runs += 1;
        Some(stored.keys.join(" "))
    }

    pub fn runs(&self, register: char) -> u32 {
        self.macros.get(&register).map_or(0, |m| m.runs)
    }
}
==== tests
#[test]
fn each_save_starts_afresh() {
    let mut r = Recorder::default();
    r.press("d");
    r.press("w");
    assert_eq!(r.save('a'), 2);
    r.press("p");
    assert_eq!(r.save('b'), 1);
    assert_eq!(r.replay('a').as_deref(), Some("d w"));
    assert_eq!(r.replay('b').as_deref(), Some("p"));
    assert_eq!(r.save('c'), 0);
}

#[test]
fn runs_are_counted() {
    let mut r = Recorder::default();
    assert_eq!(r.replay('q'), None);
    r.press("x");
    r.save('q');
    r.replay('q');
    r.replay('q');
    assert_eq!(r.runs('q'), 2);
    r.save('q');
    assert_eq!(r.runs('q'), 0);
}
