---
code: E0599
---
use std::fmt::Display;

/// The wall in the foyer that thanks donors, one name per brick.
pub struct Wall<N> {
    names: Vec<N>,
    width: usize,
}

impl<N> Wall<N> {
    pub fn new(width: usize) -> Self {
        Wall { names: Vec::new(), width }
    }

    pub fn engrave(&mut self, name: N) -> &mut Self {
        self.names.push(name);
        self
    }
}

impl<N: Display> Wall<N> {
    /// The names in ascending order without repetitions, cut to the wall's width.
    pub fn bricks(&self) -> Vec<String> {
        let mut names: Vec<&N> = self.names.iter().collect();
        names.sort_by(|a, b| a.cmp(b));
        names.dedup_by_key(|name| name.to_string());
        names
            .into_iter()
            .map(|name| name.to_string().chars().take(self.width).collect())
            .collect()
    }
}
==== fixed
use std::fmt::Display;

/// The wall in the foyer that thanks donors, one name per brick.
pub struct Wall<N> {
    names: Vec<N>,
    width: usize,
}

impl<N> Wall<N> {
    pub fn new(width: usize) -> Self {
        Wall { names: Vec::new(), width }
    }

    pub fn engrave(&mut self, name: N) -> &mut Self {
        self.names.push(name);
        self
    }
}

impl<N: Display + Ord> Wall<N> {
    /// The names in ascending order without repetitions, cut to the wall's width.
    pub fn bricks(&self) -> Vec<String> {
        let mut names: Vec<&N> = self.names.iter().collect();
        names.sort_by(|a, b| a.cmp(b));
        names.dedup_by_key(|name| name.to_string());
        names
            .into_iter()
            .map(|name| name.to_string().chars().take(self.width).collect())
            .collect()
    }
}
==== tests
#[test]
fn sorted_without_repetition() {
    let mut w = Wall::new(4);
    w.engrave("Yolanda").engrave("Abe").engrave("Yolanda");
    assert_eq!(w.bricks(), ["Abe", "Yola"]);
}
#[test]
fn numbers_sort_as_numbers() {
    let mut w = Wall::new(9);
    w.engrave(10).engrave(9);
    assert_eq!(w.bricks(), ["9", "10"]);
}
