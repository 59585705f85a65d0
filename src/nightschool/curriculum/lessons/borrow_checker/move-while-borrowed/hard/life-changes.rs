---
code: E0505
---
//! A colony of cells on a ring; counts how lively it is.

#[derive(Debug, Clone, PartialEq)]
pub struct Colony {
    pub cells: Vec<bool>,
    pub age: u32,
}

impl Colony {
    pub fn parse(picture: &str) -> Self {
        Colony { cells: picture.chars().map(|mark| mark == '*').collect(), age: 0 }
    }

    /// The next generation: a cell lives when exactly one of its neighbours did.
    pub fn grow(mut self) -> Colony {
        let count = self.cells.len();
        let old = self.cells;
        self.cells = (0..count)
            .map(|at| old[(at + count - 1) % count] != old[(at + 1) % count])
            .collect();
        self.age += 1;
        self
    }

    pub fn alive(&self) -> usize {
        self.cells.iter().filter(|cell| **cell).count()
    }
}

/// How many cells are born or die while the colony grows by one generation,
/// and the colony as it is then.
pub fn changes(colony: Colony) -> (usize, Colony) {
    let before = &colony;
    let after = colony.grow();
    let changed = before
        .cells
        .iter()
        .zip(&after.cells)
        .filter(|(old, new)| old != new)
        .count();
    (changed, after)
}
==== fixed
//! A colony of cells on a ring; counts how lively it is.

#[derive(Debug, Clone, PartialEq)]
pub struct Colony {
    pub cells: Vec<bool>,
    pub age: u32,
}

impl Colony {
    pub fn parse(picture: &str) -> Self {
        Colony { cells: picture.chars().map(|mark| mark == '*').collect(), age: 0 }
    }

    /// The next generation: a cell lives when exactly one of its neighbours did.
    pub fn grow(mut self) -> Colony {
        let count = self.cells.len();
        let old = self.cells;
        self.cells = (0..count)
            .map(|at| old[(at + count - 1) % count] != old[(at + 1) % count])
            .collect();
        self.age += 1;
        self
    }

    pub fn alive(&self) -> usize {
        self.cells.iter().filter(|cell| **cell).count()
    }
}

/// How many cells are born or die while the colony grows by one generation,
/// and the colony as it is then.
pub fn changes(colony: Colony) -> (usize, Colony) {
    let before = colony.clone();
    let after = colony.grow();
    let changed = before
        .cells
        .iter()
        .zip(&after.cells)
        .filter(|(old, new)| old != new)
        .count();
    (changed, after)
}
==== tests
#[test]
fn counts_births_and_deaths() {
    let (changed, after) = changes(Colony::parse("..*.."));
    assert_eq!(changed, 3);
    assert_eq!(after.cells, Colony::parse(".*.*.").cells);
    assert_eq!(after.age, 1);
    let (changed, after) = changes(after);
    assert_eq!((changed, after.age), (4, 2));
    assert_eq!(after.alive(), 2);
}

#[test]
fn a_dead_colony_stays_dead() {
    let (changed, after) = changes(Colony::parse("...."));
    assert_eq!((changed, after.alive(), after.age), (0, 0, 1));
}
