---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct FlagSet {
    values: BTreeMap<String, bool>,
}

impl FlagSet {
    pub fn with(mut self, name: &str, on: bool) -> Self {
        self.values.insert(name.to_string(), on);
        self
    }

    pub fn is_on(&self, name: &str) -> bool {
        self.values.get(name).copied().unwrap_or(false)
    }

    fn toggle(&mut self, name: &str) {
        let now = !self.is_on(name);
        self.values.insert(name.to_string(), now);
    }
}

/// The flags in force and every set that was in force before.
#[derive(Debug, Default)]
pub struct History {
    current: FlagSet,
    past: Vec<FlagSet>,
}

impl History {
    pub fn start(flags: FlagSet) -> Self {
        History { current: flags, past: Vec::new() }
    }

    /// Flips a flag; the old set is kept and can be returned to.
    pub fn flip(mut self, name: &str) -> Self {
        self.past.push(self.current);
        self.current.toggle(name);
        self
    }

    pub fn undo(mut self) -> Self {
        if let Some(before) = self.past.pop() {
            self.current = before;
        }
        self
    }

    pub fn current(&self) -> &FlagSet {
        &self.current
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct FlagSet {
    values: BTreeMap<String, bool>,
}

impl FlagSet {
    pub fn with(mut self, name: &str, on: bool) -> Self {
        self.values.insert(name.to_string(), on);
        self
    }

    pub fn is_on(&self, name: &str) -> bool {
        self.values.get(name).copied().unwrap_or(false)
    }

    fn toggle(&mut self, name: &str) {
        let now = !self.is_on(name);
        self.values.insert(name.to_string(), now);
    }
}

/// The flags in force and every set that was in force before.
#[derive(Debug, Default)]
pub struct History {
    current: FlagSet,
    past: Vec<FlagSet>,
}

impl History {
    pub fn start(flags: FlagSet) -> Self {
        History { current: flags, past: Vec::new() }
    }

    /// Flips a flag; the old set is kept and can be returned to.
    pub fn flip(mut self, name: &str) -> Self {
        self.past.push(self.current.clone());
        self.current.toggle(name);
        self
    }

    pub fn undo(mut self) -> Self {
        if let Some(before) = self.past.pop() {
            self.current = before;
        }
        self
    }

    pub fn current(&self) -> &FlagSet {
        &self.current
    }
}
==== tests
    #[test]
    fn flip_and_undo() {
        let start = FlagSet::default().with("dark", true).with("beta", false);
        let h = History::start(start.clone()).flip("beta").flip("dark");
        assert!(h.current().is_on("beta"));
        assert!(!h.current().is_on("dark"));
        let h = h.undo();
        assert!(h.current().is_on("dark"));
        assert!(h.current().is_on("beta"));
        assert_eq!(h.undo().current(), &start);
    }
    #[test]
    fn unknown_flags_are_off() {
        let h = History::start(FlagSet::default());
        assert!(!h.current().is_on("x"));
        assert!(h.flip("x").current().is_on("x"));
    }
