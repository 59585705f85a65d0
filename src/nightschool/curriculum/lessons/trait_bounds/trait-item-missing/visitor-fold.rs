---
code: E0046
---
/// An arithmetic expression.
pub enum Expr {
    Const(i64),
    Neg(Box<Expr>),
    Add(Box<Expr>, Box<Expr>),
}

/// Builds a result from the bottom of an expression up.
pub trait Fold {
    type Out;

    fn constant(&mut self, value: i64) -> Self::Out;
    fn negate(&mut self, inner: Self::Out) -> Self::Out;
    fn add(&mut self, left: Self::Out, right: Self::Out) -> Self::Out;
}

impl Expr {
    pub fn fold<F: Fold>(&self, folder: &mut F) -> F::Out {
        match self {
            Expr::Const(value) => folder.constant(*value),
            Expr::Neg(inner) => {
                let inner = inner.fold(folder);
                folder.negate(inner)
            }
            Expr::Add(left, right) => {
                let left = left.fold(folder);
                let right = right.fold(folder);
                folder.add(left, right)
            }
        }
    }
}

/// Computes the value; `None` when a number does not fit.
pub struct Eval;

impl Fold for Eval {
    type Out = Option<i64>;

    fn constant(&mut self, value: i64) -> Option<i64> {
        Some(value)
    }

    fn add(&mut self, left: Option<i64>, right: Option<i64>) -> Option<i64> {
        left?.checked_add(right?)
    }
}
==== fixed
/// An arithmetic expression.
pub enum Expr {
    Const(i64),
    Neg(Box<Expr>),
    Add(Box<Expr>, Box<Expr>),
}

/// Builds a result from the bottom of an expression up.
pub trait Fold {
    type Out;

    fn constant(&mut self, value: i64) -> Self::Out;
    fn negate(&mut self, inner: Self::Out) -> Self::Out;
    fn add(&mut self, left: Self::Out, right: Self::Out) -> Self::Out;
}

impl Expr {
    pub fn fold<F: Fold>(&self, folder: &mut F) -> F::Out {
        match self {
            Expr::Const(value) => folder.constant(*value),
            Expr::Neg(inner) => {
                let inner = inner.fold(folder);
                folder.negate(inner)
            }
            Expr::Add(left, right) => {
                let left = left.fold(folder);
                let right = right.fold(folder);
                folder.add(left, right)
            }
        }
    }
}

/// Computes the value; `None` when a number does not fit.
pub struct Eval;

impl Fold for Eval {
    type Out = Option<i64>;

    fn constant(&mut self, value: i64) -> Option<i64> {
        Some(value)
    }

    fn negate(&mut self, inner: Option<i64>) -> Option<i64> {
        inner?.checked_neg()
    }

    fn add(&mut self, left: Option<i64>, right: Option<i64>) -> Option<i64> {
        left?.checked_add(right?)
    }
}
==== tests
fn c(n: i64) -> Box<Expr> {
    Box::new(Expr::Const(n))
}

#[test]
fn evaluates() {
    let e = Expr::Add(c(10), Box::new(Expr::Neg(Box::new(Expr::Add(c(1), c(2))))));
    assert_eq!(e.fold(&mut Eval), Some(7));
    assert_eq!(Expr::Neg(c(0)).fold(&mut Eval), Some(0));
}

#[test]
fn overflow_is_none() {
    assert_eq!(Expr::Neg(c(i64::MIN)).fold(&mut Eval), None);
    let e = Expr::Neg(Box::new(Expr::Add(c(i64::MAX), c(1))));
    assert_eq!(e.fold(&mut Eval), None);
}
