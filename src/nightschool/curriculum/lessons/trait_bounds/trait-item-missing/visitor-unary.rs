---
code: E0046
---
#[derive(Debug, Clone)]
pub enum Expr {
    Number(i64),
    Negate(Box<Expr>),
    Sum(Box<Expr>, Box<Expr>),
}

pub trait Visitor {
    type Output;
    fn number(&mut self, value: i64) -> Self::Output;
    fn negate(&mut self, inner: Self::Output) -> Self::Output;
    fn sum(&mut self, left: Self::Output, right: Self::Output) -> Self::Output;
}

impl Expr {
    pub fn accept<V: Visitor>(&self, visitor: &mut V) -> V::Output {
        match self {
            Expr::Number(value) => visitor.number(*value),
            Expr::Negate(inner) => {
                let inner = inner.accept(visitor);
                visitor.negate(inner)
            }
            Expr::Sum(left, right) => {
                let left = left.accept(visitor);
                let right = right.accept(visitor);
                visitor.sum(left, right)
            }
        }
    }
}

/// Computes the value of an expression.
pub struct Evaluate;

impl Visitor for Evaluate {
    type Output = i64;
    fn number(&mut self, value: i64) -> i64 {
        value
    }
    fn sum(&mut self, left: i64, right: i64) -> i64 {
        left + right
    }
}
==== fixed
#[derive(Debug, Clone)]
pub enum Expr {
    Number(i64),
    Negate(Box<Expr>),
    Sum(Box<Expr>, Box<Expr>),
}

pub trait Visitor {
    type Output;
    fn number(&mut self, value: i64) -> Self::Output;
    fn negate(&mut self, inner: Self::Output) -> Self::Output;
    fn sum(&mut self, left: Self::Output, right: Self::Output) -> Self::Output;
}

impl Expr {
    pub fn accept<V: Visitor>(&self, visitor: &mut V) -> V::Output {
        match self {
            Expr::Number(value) => visitor.number(*value),
            Expr::Negate(inner) => {
                let inner = inner.accept(visitor);
                visitor.negate(inner)
            }
            Expr::Sum(left, right) => {
                let left = left.accept(visitor);
                let right = right.accept(visitor);
                visitor.sum(left, right)
            }
        }
    }
}

/// Computes the value of an expression.
pub struct Evaluate;

impl Visitor for Evaluate {
    type Output = i64;
    fn number(&mut self, value: i64) -> i64 {
        value
    }
    fn negate(&mut self, inner: i64) -> i64 {
        -inner
    }
    fn sum(&mut self, left: i64, right: i64) -> i64 {
        left + right
    }
}
==== tests
#[test]
fn evaluates_negation() {
    let e = Expr::Sum(
        Box::new(Expr::Number(10)),
        Box::new(Expr::Negate(Box::new(Expr::Number(4)))),
    );
    assert_eq!(e.accept(&mut Evaluate), 6);
    assert_eq!(Expr::Negate(Box::new(e)).accept(&mut Evaluate), -6);
}
#[test]
fn double_negation() {
    let e = Expr::Negate(Box::new(Expr::Negate(Box::new(Expr::Number(3)))));
    assert_eq!(e.accept(&mut Evaluate), 3);
}
