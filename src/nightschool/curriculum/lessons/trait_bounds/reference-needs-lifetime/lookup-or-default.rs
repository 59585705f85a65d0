---
code: E0106
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub struct Symbol {
    pub kind: &'static str,
    pub slot: usize,
}

#[derive(Default)]
pub struct Scope {
    symbols: HashMap<String, Symbol>,
}

impl Scope {
    pub fn declare(&mut self, name: &str, kind: &'static str) {
        let slot = self.symbols.len();
        self.symbols.insert(name.to_string(), Symbol { kind, slot });
    }

    pub fn len(&self) -> usize {
        self.symbols.len()
    }
}

/// Finds `name` in the innermost scope that declares it.
pub fn resolve(scopes: &[Scope], name: &str) -> Option<&Symbol> {
    scopes.iter().rev().find_map(|scope| scope.symbols.get(name))
}

pub fn slots(scopes: &[Scope], names: &[String]) -> Vec<Option<usize>> {
    names
        .iter()
        .map(|name| resolve(scopes, name).map(|s| s.slot))
        .collect()
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub struct Symbol {
    pub kind: &'static str,
    pub slot: usize,
}

#[derive(Default)]
pub struct Scope {
    symbols: HashMap<String, Symbol>,
}

impl Scope {
    pub fn declare(&mut self, name: &str, kind: &'static str) {
        let slot = self.symbols.len();
        self.symbols.insert(name.to_string(), Symbol { kind, slot });
    }

    pub fn len(&self) -> usize {
        self.symbols.len()
    }
}

/// Finds `name` in the innermost scope that declares it.
pub fn resolve<'s>(scopes: &'s [Scope], name: &str) -> Option<&'s Symbol> {
    scopes.iter().rev().find_map(|scope| scope.symbols.get(name))
}

pub fn slots(scopes: &[Scope], names: &[String]) -> Vec<Option<usize>> {
    names
        .iter()
        .map(|name| resolve(scopes, name).map(|s| s.slot))
        .collect()
}
==== tests
fn scopes() -> Vec<Scope> {
    let mut outer = Scope::default();
    outer.declare("x", "int");
    let mut inner = Scope::default();
    inner.declare("y", "int");
    inner.declare("x", "bool");
    vec![outer, inner]
}

#[test]
fn innermost_wins() {
    let s = scopes();
    let found = {
        let key = String::from("x");
        resolve(&s, &key)
    };
    assert_eq!(found, Some(&Symbol { kind: "bool", slot: 1 }));
}

#[test]
fn slots_of_names() {
    let s = scopes();
    assert_eq!(slots(&s, &["y".into(), "z".into()]), vec![Some(0), None]);
}
