---
code: E0596
---
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    Number(i64),
    Name(String),
    Add(Box<Expr>, Box<Expr>),
    Call(String, Vec<Expr>),
}

pub fn number(value: i64) -> Box<Expr> {
    Box::new(Expr::Number(value))
}

impl Expr {
    /// Replaces every sum of two numbers by its value, in place and at any depth.
    /// Returns how many sums were replaced.
    pub fn fold(&mut self) -> usize {
        match self {
            Expr::Number(_) | Expr::Name(_) => 0,
            Expr::Call(_, arguments) => {
                let mut folded = 0;
                for argument in arguments.iter() {
                    folded += argument.fold();
                }
                folded
            }
            Expr::Add(left, right) => {
                let folded = left.fold() + right.fold();
                if let (Expr::Number(a), Expr::Number(b)) = (&**left, &**right) {
                    *self = Expr::Number(a + b);
                    return folded + 1;
                }
                folded
            }
        }
    }
}

/// Folds all expressions of a program; true if anything changed.
pub fn fold_all(program: &mut [Expr]) -> bool {
    let mut changed = 0;
    for expr in program.iter_mut() {
        changed += expr.fold();
    }
    changed > 0
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    Number(i64),
    Name(String),
    Add(Box<Expr>, Box<Expr>),
    Call(String, Vec<Expr>),
}

pub fn number(value: i64) -> Box<Expr> {
    Box::new(Expr::Number(value))
}

impl Expr {
    /// Replaces every sum of two numbers by its value, in place and at any depth.
    /// Returns how many sums were replaced.
    pub fn fold(&mut self) -> usize {
        match self {
            Expr::Number(_) | Expr::Name(_) => 0,
            Expr::Call(_, arguments) => {
                let mut folded = 0;
                for argument in arguments.iter_mut() {
                    folded += argument.fold();
                }
                folded
            }
            Expr::Add(left, right) => {
                let folded = left.fold() + right.fold();
                if let (Expr::Number(a), Expr::Number(b)) = (&**left, &**right) {
                    *self = Expr::Number(a + b);
                    return folded + 1;
                }
                folded
            }
        }
    }
}

/// Folds all expressions of a program; true if anything changed.
pub fn fold_all(program: &mut [Expr]) -> bool {
    let mut changed = 0;
    for expr in program.iter_mut() {
        changed += expr.fold();
    }
    changed > 0
}
==== tests
#[test]
fn folds_inside_calls() {
    let sum = Expr::Add(number(1), Box::new(Expr::Add(number(2), number(3))));
    let mut e = Expr::Call("f".into(), vec![sum, Expr::Name("x".into())]);
    assert_eq!(e.fold(), 2);
    assert_eq!(e, Expr::Call("f".into(), vec![Expr::Number(6), Expr::Name("x".into())]));
    assert_eq!(e.fold(), 0);
}
#[test]
fn names_stop_folding() {
    let mut program = [
        Expr::Add(number(1), Box::new(Expr::Name("x".into()))),
        Expr::Call("g".into(), vec![Expr::Add(number(4), number(4))]),
    ];
    assert!(fold_all(&mut program));
    assert_eq!(program[1], Expr::Call("g".into(), vec![Expr::Number(8)]));
    assert_eq!(program[0], Expr::Add(number(1), Box::new(Expr::Name("x".into()))));
    assert!(!fold_all(&mut program));
}
