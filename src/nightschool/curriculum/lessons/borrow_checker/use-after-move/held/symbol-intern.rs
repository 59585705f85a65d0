---
code: E0382
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Symbol(pub usize);

/// Gives every distinct identifier a number; `name` finds the text again.
#[derive(Default)]
pub struct Interner {
    by_name: HashMap<String, Symbol>,
    names: Vec<String>,
}

impl Interner {
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(symbol) = self.by_name.get(text) {
            return *symbol;
        }
        let owned = text.to_string();
        let symbol = Symbol(self.names.len());
        self.names.push(owned);
        self.by_name.insert(owned, symbol);
        symbol
    }

    pub fn name(&self, symbol: Symbol) -> Option<&str> {
        self.names.get(symbol.0).map(String::as_str)
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

pub fn intern_all(interner: &mut Interner, source: &str) -> Vec<Symbol> {
    source
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(|word| interner.intern(word))
        .collect()
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Symbol(pub usize);

/// Gives every distinct identifier a number; `name` finds the text again.
#[derive(Default)]
pub struct Interner {
    by_name: HashMap<String, Symbol>,
    names: Vec<String>,
}

impl Interner {
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(symbol) = self.by_name.get(text) {
            return *symbol;
        }
        let owned = text.to_string();
        let symbol = Symbol(self.names.len());
        self.names.push(owned.clone());
        self.by_name.insert(owned, symbol);
        symbol
    }

    pub fn name(&self, symbol: Symbol) -> Option<&str> {
        self.names.get(symbol.0).map(String::as_str)
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

pub fn intern_all(interner: &mut Interner, source: &str) -> Vec<Symbol> {
    source
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(|word| interner.intern(word))
        .collect()
}
==== tests
#[test]
fn same_name_same_symbol() {
    let mut i = Interner::default();
    let symbols = intern_all(&mut i, "let x = y + x;");
    assert_eq!(symbols, [Symbol(0), Symbol(1), Symbol(2), Symbol(1)]);
    assert_eq!(i.len(), 3);
}

#[test]
fn names_come_back() {
    let mut i = Interner::default();
    let s = i.intern("total_sum");
    i.intern("b");
    assert_eq!(i.name(s), Some("total_sum"));
    assert_eq!(i.name(Symbol(1)), Some("b"));
    assert_eq!(i.name(Symbol(2)), None);
}
