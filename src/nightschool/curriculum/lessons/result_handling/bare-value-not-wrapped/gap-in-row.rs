---
code: E0308
---
/// One row of a nonogram: runs of filled cells, left to right.
pub struct Clues(pub Vec<usize>);

impl Clues {
    /// The shortest row that these runs fit into.
    pub fn least_width(&self) -> usize {
        let filled: usize = self.0.iter().sum();
        filled + self.0.len().saturating_sub(1)
    }

    /// By how many cells the runs can slide in a row of `width` cells.
    /// `None` if they do not fit at all; `Some(0)` if they fit exactly.
    pub fn slack(&self, width: usize) -> Option<usize> {
        let least = self.least_width();
        if least > width {
            None
        } else {
            width - least
        }
    }

    /// The cells that are filled in every solution, as (start, length).
    pub fn certain(&self, width: usize) -> Vec<(usize, usize)> {
        let Some(slack) = self.slack(width) else {
            return Vec::new();
        };
        let mut start = 0;
        let mut cells = Vec::new();
        for run in &self.0 {
            if *run > slack {
                cells.push((start + slack, run - slack));
            }
            start += run + 1;
        }
        cells
    }
}
==== fixed
/// One row of a nonogram: runs of filled cells, left to right.
pub struct Clues(pub Vec<usize>);

impl Clues {
    /// The shortest row that these runs fit into.
    pub fn least_width(&self) -> usize {
        let filled: usize = self.0.iter().sum();
        filled + self.0.len().saturating_sub(1)
    }

    /// By how many cells the runs can slide in a row of `width` cells.
    /// `None` if they do not fit at all; `Some(0)` if they fit exactly.
    pub fn slack(&self, width: usize) -> Option<usize> {
        let least = self.least_width();
        if least > width {
            None
        } else {
            Some(width - least)
        }
    }

    /// The cells that are filled in every solution, as (start, length).
    pub fn certain(&self, width: usize) -> Vec<(usize, usize)> {
        let Some(slack) = self.slack(width) else {
            return Vec::new();
        };
        let mut start = 0;
        let mut cells = Vec::new();
        for run in &self.0 {
            if *run > slack {
                cells.push((start + slack, run - slack));
            }
            start += run + 1;
        }
        cells
    }
}
==== tests
#[test]
fn slack() {
    assert_eq!(Clues(vec![3, 1]).slack(6), Some(1));
    assert_eq!(Clues(vec![3, 1]).slack(5), Some(0));
    assert_eq!(Clues(vec![3, 1]).slack(4), None);
}
#[test]
fn certain_cells() {
    assert_eq!(Clues(vec![3, 2]).certain(7), vec![(1, 2), (5, 1)]);
    assert_eq!(Clues(vec![3, 1]).certain(5), vec![(0, 3), (4, 1)]);
    assert!(Clues(vec![9]).certain(5).is_empty());
}
