---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(f64),
    Alias(String),
    Ratio(String, String),
}

#[derive(Debug, Default)]
pub struct Symbols {
    values: HashMap<String, Value>,
}

impl Symbols {
    pub fn set(&mut self, name: &str, value: Value) {
        self.values.insert(name.to_string(), value);
    }

    fn ratio(&self, top: &str, bottom: &str) -> Option<f64> {
        let bottom = self.eval(bottom)?;
        if bottom == 0.0 {
            return None;
        }
        self.eval(top).map(|top| top / bottom)
    }

    /// The number behind a name; `None` if a name on the way is unknown or a
    /// ratio has the bottom 0.
    pub fn eval(&self, name: &str) -> Option<f64> {
        match self.values.get(name)? {
            Value::Number(n) => *n,
            Value::Alias(other) => self.eval(other),
            Value::Ratio(top, bottom) => self.ratio(top, bottom),
        }
    }

    pub fn unknown<'a>(&self, names: &[&'a str]) -> Vec<&'a str> {
        names.iter().copied().filter(|n| self.eval(n).is_none()).collect()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(f64),
    Alias(String),
    Ratio(String, String),
}

#[derive(Debug, Default)]
pub struct Symbols {
    values: HashMap<String, Value>,
}

impl Symbols {
    pub fn set(&mut self, name: &str, value: Value) {
        self.values.insert(name.to_string(), value);
    }

    fn ratio(&self, top: &str, bottom: &str) -> Option<f64> {
        let bottom = self.eval(bottom)?;
        if bottom == 0.0 {
            return None;
        }
        self.eval(top).map(|top| top / bottom)
    }

    /// The number behind a name; `None` if a name on the way is unknown or a
    /// ratio has the bottom 0.
    pub fn eval(&self, name: &str) -> Option<f64> {
        match self.values.get(name)? {
            Value::Number(n) => Some(*n),
            Value::Alias(other) => self.eval(other),
            Value::Ratio(top, bottom) => self.ratio(top, bottom),
        }
    }

    pub fn unknown<'a>(&self, names: &[&'a str]) -> Vec<&'a str> {
        names.iter().copied().filter(|n| self.eval(n).is_none()).collect()
    }
}
==== tests
fn symbols() -> Symbols {
    let mut s = Symbols::default();
    s.set("w", Value::Number(16.0));
    s.set("h", Value::Number(10.0));
    s.set("zero", Value::Number(0.0));
    s.set("width", Value::Alias("w".into()));
    s.set("aspect", Value::Ratio("width".into(), "h".into()));
    s.set("bad", Value::Ratio("w".into(), "zero".into()));
    s.set("lost", Value::Alias("nowhere".into()));
    s
}

#[test]
fn evaluates() {
    let s = symbols();
    assert_eq!(s.eval("h"), Some(10.0));
    assert_eq!(s.eval("width"), Some(16.0));
    assert_eq!(s.eval("aspect"), Some(1.6));
    assert_eq!(s.eval("zero"), Some(0.0));
}

#[test]
fn unknown_names() {
    assert_eq!(symbols().unknown(&["w", "bad", "lost", "q", "zero"]), vec!["bad", "lost", "q"]);
}
