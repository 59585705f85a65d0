---
code: E0382
---
/// A typed index into an arena.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Id(usize);

#[derive(Debug, PartialEq)]
pub enum Expr {
    Num(i64),
    Add(Id, Id),
    Call { name: String, args: Vec<Id> },
}

#[derive(Debug, Default)]
pub struct Arena {
    exprs: Vec<Expr>,
    calls: Vec<(String, usize)>,
}

impl Arena {
    fn alloc(&mut self, expr: Expr) -> Id {
        self.exprs.push(expr);
        Id(self.exprs.len() - 1)
    }

    pub fn num(&mut self, n: i64) -> Id {
        self.alloc(Expr::Num(n))
    }

    pub fn add(&mut self, a: Id, b: Id) -> Id {
        self.alloc(Expr::Add(a, b))
    }

    /// Allocates a call and notes it, with its number of arguments, in the
    /// list of calls.
    pub fn call(&mut self, name: &str, args: Vec<Id>) -> Id {
        let id = self.alloc(Expr::Call { name: name.to_string(), args });
        self.calls.push((name.to_string(), args.len()));
        id
    }

    pub fn calls(&self) -> &[(String, usize)] {
        &self.calls
    }

    pub fn show(&self, id: Id) -> String {
        match &self.exprs[id.0] {
            Expr::Num(n) => n.to_string(),
            Expr::Add(a, b) => format!("({} + {})", self.show(*a), self.show(*b)),
            Expr::Call { name, args } => {
                let args: Vec<String> = args.iter().map(|a| self.show(*a)).collect();
                format!("{name}({})", args.join(", "))
            }
        }
    }
}
==== fixed
/// A typed index into an arena.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Id(usize);

#[derive(Debug, PartialEq)]
pub enum Expr {
    Num(i64),
    Add(Id, Id),
    Call { name: String, args: Vec<Id> },
}

#[derive(Debug, Default)]
pub struct Arena {
    exprs: Vec<Expr>,
    calls: Vec<(String, usize)>,
}

impl Arena {
    fn alloc(&mut self, expr: Expr) -> Id {
        self.exprs.push(expr);
        Id(self.exprs.len() - 1)
    }

    pub fn num(&mut self, n: i64) -> Id {
        self.alloc(Expr::Num(n))
    }

    pub fn add(&mut self, a: Id, b: Id) -> Id {
        self.alloc(Expr::Add(a, b))
    }

    /// Allocates a call and notes it, with its number of arguments, in the
    /// list of calls.
    pub fn call(&mut self, name: &str, args: Vec<Id>) -> Id {
        self.calls.push((name.to_string(), args.len()));
        self.alloc(Expr::Call { name: name.to_string(), args })
    }

    pub fn calls(&self) -> &[(String, usize)] {
        &self.calls
    }

    pub fn show(&self, id: Id) -> String {
        match &self.exprs[id.0] {
            Expr::Num(n) => n.to_string(),
            Expr::Add(a, b) => format!("({} + {})", self.show(*a), self.show(*b)),
            Expr::Call { name, args } => {
                let args: Vec<String> = args.iter().map(|a| self.show(*a)).collect();
                format!("{name}({})", args.join(", "))
            }
        }
    }
}
==== tests
#[test]
fn calls_are_noted() {
    let mut a = Arena::default();
    let (x, y) = (a.num(1), a.num(2));
    let sum = a.add(x, y);
    let f = a.call("max", vec![sum, x]);
    assert_eq!(a.show(f), "max((1 + 2), 1)");
    assert_eq!(a.calls(), [("max".to_string(), 2)]);
}

#[test]
fn nested_calls() {
    let mut a = Arena::default();
    let g = a.call("now", vec![]);
    let f = a.call("fmt", vec![g]);
    assert_eq!(a.show(f), "fmt(now())");
    assert_eq!(a.calls(), [("now".to_string(), 0), ("fmt".to_string(), 1)]);
}
