---
code: E0599
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    Int,
    Text,
    List(Box<Type>),
}

impl Type {
    pub fn render(&self) -> String {
        match self {
            Type::Int => "int".to_string(),
            Type::Text => "text".to_string(),
            Type::List(inner) => format!("[{}]", inner.render()),
        }
    }
}

#[derive(Default)]
pub struct Env {
    types: HashMap<String, Type>,
}

impl Env {
    pub fn bind(&mut self, name: &str, ty: Type) {
        self.types.insert(name.to_string(), ty);
    }

    /// How the hover box shows a name: `xs: [int]`, or `xs: ?` for a name that
    /// is not bound.
    pub fn hover(&self, name: &str) -> String {
        let shown = self.types.get(name).render();
        format!("{name}: {shown}")
    }

    /// The element type of a list variable.
    pub fn element(&self, name: &str) -> Option<&Type> {
        match self.types.get(name)? {
            Type::List(inner) => Some(inner),
            _ => None,
        }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    Int,
    Text,
    List(Box<Type>),
}

impl Type {
    pub fn render(&self) -> String {
        match self {
            Type::Int => "int".to_string(),
            Type::Text => "text".to_string(),
            Type::List(inner) => format!("[{}]", inner.render()),
        }
    }
}

#[derive(Default)]
pub struct Env {
    types: HashMap<String, Type>,
}

impl Env {
    pub fn bind(&mut self, name: &str, ty: Type) {
        self.types.insert(name.to_string(), ty);
    }

    /// How the hover box shows a name: `xs: [int]`, or `xs: ?` for a name that
    /// is not bound.
    pub fn hover(&self, name: &str) -> String {
        let shown = self.types.get(name).map_or_else(|| "?".to_string(), Type::render);
        format!("{name}: {shown}")
    }

    /// The element type of a list variable.
    pub fn element(&self, name: &str) -> Option<&Type> {
        match self.types.get(name)? {
            Type::List(inner) => Some(inner),
            _ => None,
        }
    }
}
==== tests
fn env() -> Env {
    let mut e = Env::default();
    e.bind("n", Type::Int);
    e.bind("xs", Type::List(Box::new(Type::Text)));
    e
}

#[test]
fn bound_names_show_their_type() {
    assert_eq!(env().hover("n"), "n: int");
    assert_eq!(env().hover("xs"), "xs: [text]");
}

#[test]
fn unbound_names_show_a_question_mark() {
    assert_eq!(env().hover("m"), "m: ?");
    assert_eq!(env().element("xs"), Some(&Type::Text));
    assert_eq!(env().element("n"), None);
}
