---
code: E0502
---
#[derive(Debug, Clone, PartialEq)]
pub enum Constant {
    Int(i64),
    Text(String),
    /// Points to another constant of the pool.
    Alias(usize),
}

#[derive(Debug, Default)]
pub struct Pool {
    constants: Vec<Constant>,
}

impl Pool {
    pub fn add(&mut self, constant: Constant) -> usize {
        if let Some(known) = self.constants.iter().position(|c| *c == constant) {
            return known;
        }
        self.constants.push(constant);
        self.constants.len() - 1
    }

    pub fn get(&self, index: usize) -> Option<&Constant> {
        self.constants.get(index)
    }

    /// Adds an alias for the constant at `index`. An alias of an alias points straight
    /// to the constant behind it. Returns the alias's index.
    pub fn alias(&mut self, index: usize) -> Option<usize> {
        let target = match self.constants.get(index)? {
            Constant::Alias(behind) => behind,
            _ => &index,
        };
        self.constants.push(Constant::Alias(*target));
        self.constants
            .iter()
            .rposition(|c| *c == Constant::Alias(*target))
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Constant {
    Int(i64),
    Text(String),
    /// Points to another constant of the pool.
    Alias(usize),
}

#[derive(Debug, Default)]
pub struct Pool {
    constants: Vec<Constant>,
}

impl Pool {
    pub fn add(&mut self, constant: Constant) -> usize {
        if let Some(known) = self.constants.iter().position(|c| *c == constant) {
            return known;
        }
        self.constants.push(constant);
        self.constants.len() - 1
    }

    pub fn get(&self, index: usize) -> Option<&Constant> {
        self.constants.get(index)
    }

    /// Adds an alias for the constant at `index`. An alias of an alias points straight
    /// to the constant behind it. Returns the alias's index.
    pub fn alias(&mut self, index: usize) -> Option<usize> {
        let target = match self.constants.get(index)? {
            Constant::Alias(behind) => *behind,
            _ => index,
        };
        self.constants.push(Constant::Alias(target));
        self.constants
            .iter()
            .rposition(|c| *c == Constant::Alias(target))
    }
}
==== tests
#[test]
fn alias_of_alias_is_flat() {
    let mut pool = Pool::default();
    pool.add(Constant::Int(5));
    let text = pool.add(Constant::Text("x".into()));
    let first = pool.alias(text).unwrap();
    let second = pool.alias(first).unwrap();
    assert_eq!((first, second), (2, 3));
    assert_eq!(pool.get(first), Some(&Constant::Alias(1)));
    assert_eq!(pool.get(second), Some(&Constant::Alias(1)));
}
#[test]
fn unknown_index() {
    let mut pool = Pool::default();
    assert_eq!(pool.alias(0), None);
    assert_eq!(pool.add(Constant::Int(1)), 0);
    assert_eq!(pool.add(Constant::Int(1)), 0);
}
