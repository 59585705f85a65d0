---
code: E0046
---
use std::collections::HashSet;

pub trait Graph {
    type Node: Copy + Eq + std::hash::Hash;

    fn neighbors(&self, node: Self::Node) -> Vec<Self::Node>;

    /// All nodes that can be reached from `start`, which is the first of them,
    /// in depth-first order.
    fn reach(&self, start: Self::Node) -> Vec<Self::Node> {
        let mut seen = HashSet::from([start]);
        let mut order = Vec::new();
        let mut stack = vec![start];
        while let Some(node) = stack.pop() {
            order.push(node);
            for next in self.neighbors(node).into_iter().rev() {
                if seen.insert(next) {
                    stack.push(next);
                }
            }
        }
        order
    }
}

/// A board of characters; `#` is a wall. Cells touch at their four sides.
pub struct Board {
    pub rows: Vec<Vec<char>>,
}

impl Board {
    fn open(&self, row: usize, col: usize) -> bool {
        self.rows.get(row).and_then(|r| r.get(col)).is_some_and(|&c| c != '#')
    }
}

impl Graph for Board {
    fn neighbors(&self, (row, col): (usize, usize)) -> Vec<(usize, usize)> {
        let mut cells = vec![(row, col + 1), (row + 1, col)];
        if row > 0 {
            cells.push((row - 1, col));
        }
        if col > 0 {
            cells.push((row, col - 1));
        }
        cells.retain(|&(r, c)| self.open(r, c));
        cells
    }
}
==== fixed
use std::collections::HashSet;

pub trait Graph {
    type Node: Copy + Eq + std::hash::Hash;

    fn neighbors(&self, node: Self::Node) -> Vec<Self::Node>;

    /// All nodes that can be reached from `start`, which is the first of them,
    /// in depth-first order.
    fn reach(&self, start: Self::Node) -> Vec<Self::Node> {
        let mut seen = HashSet::from([start]);
        let mut order = Vec::new();
        let mut stack = vec![start];
        while let Some(node) = stack.pop() {
            order.push(node);
            for next in self.neighbors(node).into_iter().rev() {
                if seen.insert(next) {
                    stack.push(next);
                }
            }
        }
        order
    }
}

/// A board of characters; `#` is a wall. Cells touch at their four sides.
pub struct Board {
    pub rows: Vec<Vec<char>>,
}

impl Board {
    fn open(&self, row: usize, col: usize) -> bool {
        self.rows.get(row).and_then(|r| r.get(col)).is_some_and(|&c| c != '#')
    }
}

impl Graph for Board {
    type Node = (usize, usize);

    fn neighbors(&self, (row, col): (usize, usize)) -> Vec<(usize, usize)> {
        let mut cells = vec![(row, col + 1), (row + 1, col)];
        if row > 0 {
            cells.push((row - 1, col));
        }
        if col > 0 {
            cells.push((row, col - 1));
        }
        cells.retain(|&(r, c)| self.open(r, c));
        cells
    }
}
==== tests
fn board(text: &str) -> Board {
    Board { rows: text.lines().map(|l| l.chars().collect()).collect() }
}

#[test]
fn walls_stop_the_walk() {
    let b = board(".#.\n..#");
    assert_eq!(b.reach((0, 0)), vec![(0, 0), (1, 0), (1, 1)]);
    assert_eq!(b.reach((0, 2)), vec![(0, 2)]);
}

#[test]
fn neighbors_are_the_four_sides() {
    let b = board("...\n...\n...");
    assert_eq!(b.neighbors((1, 1)), vec![(1, 2), (2, 1), (0, 1), (1, 0)]);
    assert_eq!(b.reach((2, 2)).len(), 9);
}
