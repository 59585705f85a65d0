---
code: E0507
---
#[derive(Debug, PartialEq, Eq)]
pub enum Expr {
    Number(i64),
    Negate(Box<Expr>),
    Add(Box<Expr>, Box<Expr>),
}

impl Expr {
    pub fn number(n: i64) -> Box<Expr> {
        Box::new(Expr::Number(n))
    }

    /// Simplifies in place: constants are folded, a double negation disappears.
    pub fn simplify(&mut self) {
        match self {
            Expr::Number(_) => {}
            Expr::Negate(inner) => {
                inner.simplify();
                let inner = **inner;
                *self = match inner {
                    Expr::Number(n) => Expr::Number(-n),
                    Expr::Negate(expr) => *expr,
                    other => Expr::Negate(Box::new(other)),
                };
            }
            Expr::Add(left, right) => {
                left.simplify();
                right.simplify();
                if let (Expr::Number(a), Expr::Number(b)) = (&**left, &**right) {
                    *self = Expr::Number(a + b);
                }
            }
        }
    }

    pub fn value(&self) -> i64 {
        match self {
            Expr::Number(n) => *n,
            Expr::Negate(e) => -e.value(),
            Expr::Add(a, b) => a.value() + b.value(),
        }
    }
}
==== fixed
#[derive(Debug, PartialEq, Eq)]
pub enum Expr {
    Number(i64),
    Negate(Box<Expr>),
    Add(Box<Expr>, Box<Expr>),
}

impl Expr {
    pub fn number(n: i64) -> Box<Expr> {
        Box::new(Expr::Number(n))
    }

    /// Simplifies in place: constants are folded, a double negation disappears.
    pub fn simplify(&mut self) {
        match self {
            Expr::Number(_) => {}
            Expr::Negate(inner) => {
                inner.simplify();
                let inner = std::mem::replace(&mut **inner, Expr::Number(0));
                *self = match inner {
                    Expr::Number(n) => Expr::Number(-n),
                    Expr::Negate(expr) => *expr,
                    other => Expr::Negate(Box::new(other)),
                };
            }
            Expr::Add(left, right) => {
                left.simplify();
                right.simplify();
                if let (Expr::Number(a), Expr::Number(b)) = (&**left, &**right) {
                    *self = Expr::Number(a + b);
                }
            }
        }
    }

    pub fn value(&self) -> i64 {
        match self {
            Expr::Number(n) => *n,
            Expr::Negate(e) => -e.value(),
            Expr::Add(a, b) => a.value() + b.value(),
        }
    }
}
==== tests
#[test]
fn folds_constants() {
    let mut e = Expr::Negate(Box::new(Expr::Add(Expr::number(2), Box::new(Expr::Negate(Expr::number(5))))));
    assert_eq!(e.value(), 3);
    e.simplify();
    assert_eq!(e, Expr::Number(3));
}

#[test]
fn negations_fold_inside_sums() {
    let twice = Expr::Negate(Box::new(Expr::Negate(Expr::number(7))));
    let mut e = Expr::Add(Box::new(twice), Expr::number(-7));
    e.simplify();
    assert_eq!(e, Expr::Number(0));
    let mut n = Expr::Negate(Expr::number(4));
    n.simplify();
    assert_eq!(n, Expr::Number(-4));
}
