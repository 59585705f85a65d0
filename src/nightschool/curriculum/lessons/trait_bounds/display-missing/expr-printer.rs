---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    Plus,
    Minus,
    Times,
}

impl BinaryOp {
    fn symbol(self) -> char {
        match self {
            BinaryOp::Plus => '+',
            BinaryOp::Minus => '-',
            BinaryOp::Times => '*',
        }
    }
}

#[derive(Debug, Clone)]
pub enum Expr {
    Name(String),
    Literal(i32),
    Binary(Box<Expr>, BinaryOp, Box<Expr>),
}

impl Expr {
    pub fn binary(left: Expr, op: BinaryOp, right: Expr) -> Expr {
        Expr::Binary(Box::new(left), op, Box::new(right))
    }

    /// The expression as it would be typed, with every binary in parentheses,
    /// such as `(a + (2 * b))`.
    pub fn source(&self) -> String {
        match self {
            Expr::Name(name) => name.clone(),
            Expr::Literal(value) => value.to_string(),
            Expr::Binary(left, op, right) => {
                format!("({} {} {})", left.source(), op, right.source())
            }
        }
    }
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    Plus,
    Minus,
    Times,
}

impl BinaryOp {
    fn symbol(self) -> char {
        match self {
            BinaryOp::Plus => '+',
            BinaryOp::Minus => '-',
            BinaryOp::Times => '*',
        }
    }
}

impl fmt::Display for BinaryOp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.symbol())
    }
}

#[derive(Debug, Clone)]
pub enum Expr {
    Name(String),
    Literal(i32),
    Binary(Box<Expr>, BinaryOp, Box<Expr>),
}

impl Expr {
    pub fn binary(left: Expr, op: BinaryOp, right: Expr) -> Expr {
        Expr::Binary(Box::new(left), op, Box::new(right))
    }

    /// The expression as it would be typed, with every binary in parentheses,
    /// such as `(a + (2 * b))`.
    pub fn source(&self) -> String {
        match self {
            Expr::Name(name) => name.clone(),
            Expr::Literal(value) => value.to_string(),
            Expr::Binary(left, op, right) => {
                format!("({} {} {})", left.source(), op, right.source())
            }
        }
    }
}
==== tests
#[test]
fn prints_symbols() {
    let product = Expr::binary(Expr::Literal(2), BinaryOp::Times, Expr::Name("b".into()));
    let sum = Expr::binary(Expr::Name("a".into()), BinaryOp::Plus, product);
    assert_eq!(sum.source(), "(a + (2 * b))");
}
#[test]
fn minus_too() {
    let e = Expr::binary(Expr::Literal(-1), BinaryOp::Minus, Expr::Literal(3));
    assert_eq!(e.source(), "(-1 - 3)");
}
