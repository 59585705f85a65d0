---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
}

impl Json {
    /// The truth of a value as templates see it. Lists have no truth value of their own.
    pub fn truth(&self) -> Option<bool> {
        match self {
            Json::Null => Some(false),
            Json::Bool(b) => Some(*b),
            Json::Number(n) => Some(*n != 0.0),
            Json::Text(t) => Some(!t.is_empty()),
            Json::List(_) => None,
        }
    }

    /// The sum of all numbers in the value, at any depth; `None` if there is no number at all.
    pub fn sum(&self) -> Option<f64> {
        match self {
            Json::Number(n) => *n,
            Json::List(items) => {
                let mut found = items.iter().filter_map(Json::sum).peekable();
                found.peek()?;
                found.sum()
            }
            _ => None,
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
}

impl Json {
    /// The truth of a value as templates see it. Lists have no truth value of their own.
    pub fn truth(&self) -> Option<bool> {
        match self {
            Json::Null => Some(false),
            Json::Bool(b) => Some(*b),
            Json::Number(n) => Some(*n != 0.0),
            Json::Text(t) => Some(!t.is_empty()),
            Json::List(_) => None,
        }
    }

    /// The sum of all numbers in the value, at any depth; `None` if there is no number at all.
    pub fn sum(&self) -> Option<f64> {
        match self {
            Json::Number(n) => Some(*n),
            Json::List(items) => {
                let mut found = items.iter().filter_map(Json::sum).peekable();
                found.peek()?;
                Some(found.sum())
            }
            _ => None,
        }
    }
}
==== tests
#[test]
fn sums_nested_numbers() {
    let v = Json::List(vec![
        Json::Number(1.5),
        Json::Text("x".into()),
        Json::List(vec![Json::Number(2.0), Json::Null]),
    ]);
    assert_eq!(v.sum(), Some(3.5));
    assert_eq!(Json::Number(4.0).sum(), Some(4.0));
}
#[test]
fn no_number_is_none() {
    assert_eq!(Json::List(vec![]).sum(), None);
    assert_eq!(Json::List(vec![Json::Bool(true)]).sum(), None);
    assert_eq!(Json::Text("1".into()).sum(), None);
}
#[test]
fn zero_is_a_number() {
    assert_eq!(Json::List(vec![Json::Number(0.0)]).sum(), Some(0.0));
}
