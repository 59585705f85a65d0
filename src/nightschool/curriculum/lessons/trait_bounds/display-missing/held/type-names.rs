---
code: E0277
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    Int,
    Bool,
    List(Box<Type>),
    Func(Vec<Type>, Box<Type>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    pub expected: Type,
    pub found: Type,
}

pub fn unify(expected: &Type, found: &Type) -> Result<(), Mismatch> {
    if expected == found {
        return Ok(());
    }
    Err(Mismatch { expected: expected.clone(), found: found.clone() })
}

impl Mismatch {
    /// Types are written as in the source: `int`, `bool`, `[int]`, `(int, bool) -> [int]`.
    pub fn message(&self) -> String {
        format!("expected {}, found {}", self.expected, self.found)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    Int,
    Bool,
    List(Box<Type>),
    Func(Vec<Type>, Box<Type>),
}

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Type::Int => write!(f, "int"),
            Type::Bool => write!(f, "bool"),
            Type::List(item) => write!(f, "[{item}]"),
            Type::Func(params, result) => {
                write!(f, "(")?;
                for (i, param) in params.iter().enumerate() {
                    if i > 0 {
                        write!(f, ", ")?;
                    }
                    write!(f, "{param}")?;
                }
                write!(f, ") -> {result}")
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    pub expected: Type,
    pub found: Type,
}

pub fn unify(expected: &Type, found: &Type) -> Result<(), Mismatch> {
    if expected == found {
        return Ok(());
    }
    Err(Mismatch { expected: expected.clone(), found: found.clone() })
}

impl Mismatch {
    /// Types are written as in the source: `int`, `bool`, `[int]`, `(int, bool) -> [int]`.
    pub fn message(&self) -> String {
        format!("expected {}, found {}", self.expected, self.found)
    }
}
==== tests
#[test]
fn simple_types() {
    let m = unify(&Type::Int, &Type::Bool).unwrap_err();
    assert_eq!(m.message(), "expected int, found bool");
    assert!(unify(&Type::Int, &Type::Int).is_ok());
}

#[test]
fn nested_types() {
    let list = Type::List(Box::new(Type::List(Box::new(Type::Int))));
    let func = Type::Func(vec![Type::Int, Type::Bool], Box::new(list.clone()));
    let m = unify(&list, &func).unwrap_err();
    assert_eq!(m.message(), "expected [[int]], found (int, bool) -> [[int]]");
    let m = unify(&Type::Func(vec![], Box::new(Type::Bool)), &Type::Int).unwrap_err();
    assert_eq!(m.message(), "expected () -> bool, found int");
}
