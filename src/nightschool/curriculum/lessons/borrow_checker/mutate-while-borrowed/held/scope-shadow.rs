---
code: E0502
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ty {
    Int,
    Str,
    Unknown,
}

/// A stack of scopes of a small type checker, the innermost last.
pub struct Scopes {
    stack: Vec<HashMap<String, Ty>>,
    warnings: Vec<String>,
}

impl Scopes {
    pub fn new() -> Scopes {
        Scopes { stack: vec![HashMap::new()], warnings: Vec::new() }
    }

    pub fn enter(&mut self) {
        self.stack.push(HashMap::new());
    }

    pub fn leave(&mut self) {
        if self.stack.len() > 1 {
            self.stack.pop();
        }
    }

    pub fn lookup(&self, name: &str) -> Option<&Ty> {
        self.stack.iter().rev().find_map(|scope| scope.get(name))
    }

    fn warn(&mut self, text: String) {
        self.warnings.push(text);
    }

    /// Declares a name in the innermost scope. The warning about shadowing is given
    /// only when the type changes, and names the old and the new type.
    pub fn declare(&mut self, name: &str, ty: Ty) {
        let old = self.lookup(name);
        if let Some(scope) = self.stack.last_mut() {
            scope.insert(name.to_string(), ty);
        }
        if let Some(old) = old {
            if *old != ty {
                self.warn(format!("{name}: {old:?} becomes {ty:?}"));
            }
        }
    }

    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

impl Default for Scopes {
    fn default() -> Self {
        Self::new()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ty {
    Int,
    Str,
    Unknown,
}

/// A stack of scopes of a small type checker, the innermost last.
pub struct Scopes {
    stack: Vec<HashMap<String, Ty>>,
    warnings: Vec<String>,
}

impl Scopes {
    pub fn new() -> Scopes {
        Scopes { stack: vec![HashMap::new()], warnings: Vec::new() }
    }

    pub fn enter(&mut self) {
        self.stack.push(HashMap::new());
    }

    pub fn leave(&mut self) {
        if self.stack.len() > 1 {
            self.stack.pop();
        }
    }

    pub fn lookup(&self, name: &str) -> Option<&Ty> {
        self.stack.iter().rev().find_map(|scope| scope.get(name))
    }

    fn warn(&mut self, text: String) {
        self.warnings.push(text);
    }

    /// Declares a name in the innermost scope. The warning about shadowing is given
    /// only when the type changes, and names the old and the new type.
    pub fn declare(&mut self, name: &str, ty: Ty) {
        let old = self.lookup(name).copied();
        if let Some(scope) = self.stack.last_mut() {
            scope.insert(name.to_string(), ty);
        }
        if let Some(old) = old {
            if old != ty {
                self.warn(format!("{name}: {old:?} becomes {ty:?}"));
            }
        }
    }

    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

impl Default for Scopes {
    fn default() -> Self {
        Self::new()
    }
}
==== tests
#[test]
fn shadowing_warns_about_old_type() {
    let mut s = Scopes::new();
    s.declare("x", Ty::Int);
    s.enter();
    s.declare("x", Ty::Str);
    assert_eq!(s.lookup("x"), Some(&Ty::Str));
    assert_eq!(s.warnings(), ["x: Int becomes Str"]);
    s.leave();
    assert_eq!(s.lookup("x"), Some(&Ty::Int));
}

#[test]
fn same_scope_and_same_type() {
    let mut s = Scopes::default();
    s.declare("a", Ty::Int);
    s.declare("a", Ty::Int);
    assert!(s.warnings().is_empty());
    s.declare("a", Ty::Unknown);
    assert_eq!(s.warnings(), ["a: Int becomes Unknown"]);
    assert_eq!(s.lookup("b"), None);
}
