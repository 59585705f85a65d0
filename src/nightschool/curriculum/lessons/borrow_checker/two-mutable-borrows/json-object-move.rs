---
code: E0499
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Number(i64),
    Array(Vec<Value>),
}

#[derive(Debug, Default, PartialEq)]
pub struct Object {
    fields: BTreeMap<String, Value>,
}

#[derive(Debug, PartialEq)]
pub struct NotAnArray(pub String);

impl Object {
    pub fn set(&mut self, key: &str, value: Value) {
        self.fields.insert(key.to_string(), value);
    }

    pub fn get(&self, key: &str) -> &Value {
        self.fields.get(key).unwrap_or(&Value::Null)
    }

    fn array_mut(&mut self, key: &str) -> Result<&mut Vec<Value>, NotAnArray> {
        match self.fields.get_mut(key) {
            Some(Value::Array(items)) => Ok(items),
            _ => Err(NotAnArray(key.to_string())),
        }
    }

    /// Moves all items of one array to the end of another, leaving the first one empty.
    /// Nothing moves when either of them is not an array.
    pub fn drain_into(&mut self, from: &str, to: &str) -> Result<usize, NotAnArray> {
        let source = self.array_mut(from)?;
        let target = self.array_mut(to)?;
        let moved = source.len();
        target.append(source);
        Ok(moved)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Number(i64),
    Array(Vec<Value>),
}

#[derive(Debug, Default, PartialEq)]
pub struct Object {
    fields: BTreeMap<String, Value>,
}

#[derive(Debug, PartialEq)]
pub struct NotAnArray(pub String);

impl Object {
    pub fn set(&mut self, key: &str, value: Value) {
        self.fields.insert(key.to_string(), value);
    }

    pub fn get(&self, key: &str) -> &Value {
        self.fields.get(key).unwrap_or(&Value::Null)
    }

    fn array_mut(&mut self, key: &str) -> Result<&mut Vec<Value>, NotAnArray> {
        match self.fields.get_mut(key) {
            Some(Value::Array(items)) => Ok(items),
            _ => Err(NotAnArray(key.to_string())),
        }
    }

    /// Moves all items of one array to the end of another, leaving the first one empty.
    /// Nothing moves when either of them is not an array.
    pub fn drain_into(&mut self, from: &str, to: &str) -> Result<usize, NotAnArray> {
        self.array_mut(to)?;
        let mut items = std::mem::take(self.array_mut(from)?);
        let moved = items.len();
        self.array_mut(to)?.append(&mut items);
        Ok(moved)
    }
}
==== tests
fn numbers(list: &[i64]) -> Value {
    Value::Array(list.iter().copied().map(Value::Number).collect())
}
#[test]
fn items_move() {
    let mut o = Object::default();
    o.set("a", numbers(&[1, 2]));
    o.set("b", numbers(&[3]));
    assert_eq!(o.drain_into("a", "b"), Ok(2));
    assert_eq!(o.get("a"), &numbers(&[]));
    assert_eq!(o.get("b"), &numbers(&[3, 1, 2]));
}
#[test]
fn nothing_is_lost_on_error() {
    let mut o = Object::default();
    o.set("a", numbers(&[1, 2]));
    o.set("n", Value::Number(4));
    assert_eq!(o.drain_into("a", "n"), Err(NotAnArray("n".into())));
    assert_eq!(o.drain_into("x", "a"), Err(NotAnArray("x".into())));
    assert_eq!(o.get("a"), &numbers(&[1, 2]));
}
