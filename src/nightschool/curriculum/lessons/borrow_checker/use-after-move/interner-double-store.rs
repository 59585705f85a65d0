---
code: E0382
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Symbol(u32);

/// Maps names to symbols and back.
#[derive(Default)]
pub struct SymbolTable {
    by_name: HashMap<String, Symbol>,
    names: Vec<String>,
}

impl SymbolTable {
    pub fn intern(&mut self, name: &str) -> Symbol {
        if let Some(symbol) = self.by_name.get(name) {
            return *symbol;
        }
        let symbol = Symbol(self.names.len() as u32);
        let owned = name.to_string();
        self.names.push(owned);
        self.by_name.insert(owned, symbol);
        symbol
    }

    pub fn name(&self, symbol: Symbol) -> &str {
        &self.names[symbol.0 as usize]
    }

    pub fn lookup(&self, name: &str) -> Option<Symbol> {
        self.by_name.get(name).copied()
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Symbol(u32);

/// Maps names to symbols and back.
#[derive(Default)]
pub struct SymbolTable {
    by_name: HashMap<String, Symbol>,
    names: Vec<String>,
}

impl SymbolTable {
    pub fn intern(&mut self, name: &str) -> Symbol {
        if let Some(symbol) = self.by_name.get(name) {
            return *symbol;
        }
        let symbol = Symbol(self.names.len() as u32);
        let owned = name.to_string();
        self.names.push(owned.clone());
        self.by_name.insert(owned, symbol);
        symbol
    }

    pub fn name(&self, symbol: Symbol) -> &str {
        &self.names[symbol.0 as usize]
    }

    pub fn lookup(&self, name: &str) -> Option<Symbol> {
        self.by_name.get(name).copied()
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }
}
==== tests
#[test]
fn both_directions() {
    let mut table = SymbolTable::default();
    let foo = table.intern("foo");
    let bar = table.intern("bar");
    assert_ne!(foo, bar);
    assert_eq!(table.name(foo), "foo");
    assert_eq!(table.name(bar), "bar");
    assert_eq!(table.lookup("bar"), Some(bar));
    assert_eq!(table.lookup("baz"), None);
}

#[test]
fn interning_twice_is_one_symbol() {
    let mut table = SymbolTable::default();
    assert_eq!(table.intern("x"), table.intern("x"));
    assert_eq!(table.len(), 1);
}
