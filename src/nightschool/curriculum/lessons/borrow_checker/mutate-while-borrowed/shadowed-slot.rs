---
code: E0502
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    pub name: String,
    pub slot: usize,
    pub depth: usize,
}

#[derive(Default)]
pub struct SymbolTable {
    bindings: Vec<Binding>,
    latest: HashMap<String, usize>,
    depth: usize,
}

impl SymbolTable {
    pub fn enter(&mut self) {
        self.depth += 1;
    }

    pub fn declare(&mut self, name: &str) -> usize {
        let slot = self.bindings.len();
        self.bindings.push(Binding { name: name.to_string(), slot, depth: self.depth });
        self.latest.insert(name.to_string(), slot);
        slot
    }

    pub fn lookup(&self, name: &str) -> Option<&Binding> {
        self.latest.get(name).map(|&slot| &self.bindings[slot])
    }

    /// Declares `name` again at the current depth and returns the slot of the
    /// binding that is hidden by it, if there was one.
    pub fn shadow(&mut self, name: &str) -> Option<usize> {
        let hidden = self.lookup(name);
        self.declare(name);
        hidden.map(|binding| binding.slot)
    }

    pub fn depth_of(&self, name: &str) -> Option<usize> {
        self.lookup(name).map(|b| b.depth)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    pub name: String,
    pub slot: usize,
    pub depth: usize,
}

#[derive(Default)]
pub struct SymbolTable {
    bindings: Vec<Binding>,
    latest: HashMap<String, usize>,
    depth: usize,
}

impl SymbolTable {
    pub fn enter(&mut self) {
        self.depth += 1;
    }

    pub fn declare(&mut self, name: &str) -> usize {
        let slot = self.bindings.len();
        self.bindings.push(Binding { name: name.to_string(), slot, depth: self.depth });
        self.latest.insert(name.to_string(), slot);
        slot
    }

    pub fn lookup(&self, name: &str) -> Option<&Binding> {
        self.latest.get(name).map(|&slot| &self.bindings[slot])
    }

    /// Declares `name` again at the current depth and returns the slot of the
    /// binding that is hidden by it, if there was one.
    pub fn shadow(&mut self, name: &str) -> Option<usize> {
        let hidden = self.lookup(name).map(|binding| binding.slot);
        self.declare(name);
        hidden
    }

    pub fn depth_of(&self, name: &str) -> Option<usize> {
        self.lookup(name).map(|b| b.depth)
    }
}
==== tests
#[test]
fn shadow_reports_the_hidden_slot() {
    let mut t = SymbolTable::default();
    t.declare("a");
    let x = t.declare("x");
    t.enter();
    assert_eq!(t.shadow("x"), Some(x));
    assert_eq!(t.depth_of("x"), Some(1));
    assert_eq!(t.lookup("x").map(|b| b.slot), Some(2));
}

#[test]
fn shadowing_nothing_still_declares() {
    let mut t = SymbolTable::default();
    assert_eq!(t.shadow("y"), None);
    assert_eq!(t.depth_of("y"), Some(0));
    assert_eq!(t.shadow("y"), Some(0));
}
