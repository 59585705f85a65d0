---
code: E0277
---
use std::collections::{HashMap, VecDeque};

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    pub x: i16,
    pub y: i16,
}

impl Cell {
    fn neighbours(self) -> [Cell; 4] {
        let Cell { x, y } = self;
        [Cell { x: x + 1, y }, Cell { x: x - 1, y }, Cell { x, y: y + 1 }, Cell { x, y: y - 1 }]
    }
}

/// The floor plan of a warehouse as lines of text, `#` is a shelf.
pub struct Plan {
    lines: Vec<Vec<u8>>,
}

impl Plan {
    pub fn new(text: &str) -> Self {
        Plan { lines: text.lines().map(|l| l.as_bytes().to_vec()).collect() }
    }

    fn is_free(&self, cell: Cell) -> bool {
        let row = usize::try_from(cell.y).ok().and_then(|y| self.lines.get(y));
        let tile = usize::try_from(cell.x).ok().and_then(|x| row?.get(x));
        tile.is_some_and(|t| *t != b'#')
    }

    /// The number of moves a robot needs from one cell to another.
    pub fn moves(&self, from: Cell, to: Cell) -> Option<u32> {
        let mut distance = HashMap::from([(from, 0)]);
        let mut queue = VecDeque::from([from]);
        while let Some(cell) = queue.pop_front() {
            let so_far = distance[&cell];
            if cell == to {
                return Some(so_far);
            }
            for next in cell.neighbours() {
                if self.is_free(next) && !distance.contains_key(&next) {
                    distance.insert(next, so_far + 1);
                    queue.push_back(next);
                }
            }
        }
        None
    }
}
==== fixed
use std::collections::{HashMap, VecDeque};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    pub x: i16,
    pub y: i16,
}

impl Cell {
    fn neighbours(self) -> [Cell; 4] {
        let Cell { x, y } = self;
        [Cell { x: x + 1, y }, Cell { x: x - 1, y }, Cell { x, y: y + 1 }, Cell { x, y: y - 1 }]
    }
}

/// The floor plan of a warehouse as lines of text, `#` is a shelf.
pub struct Plan {
    lines: Vec<Vec<u8>>,
}

impl Plan {
    pub fn new(text: &str) -> Self {
        Plan { lines: text.lines().map(|l| l.as_bytes().to_vec()).collect() }
    }

    fn is_free(&self, cell: Cell) -> bool {
        let row = usize::try_from(cell.y).ok().and_then(|y| self.lines.get(y));
        let tile = usize::try_from(cell.x).ok().and_then(|x| row?.get(x));
        tile.is_some_and(|t| *t != b'#')
    }

    /// The number of moves a robot needs from one cell to another.
    pub fn moves(&self, from: Cell, to: Cell) -> Option<u32> {
        let mut distance = HashMap::from([(from, 0)]);
        let mut queue = VecDeque::from([from]);
        while let Some(cell) = queue.pop_front() {
            let so_far = distance[&cell];
            if cell == to {
                return Some(so_far);
            }
            for next in cell.neighbours() {
                if self.is_free(next) && !distance.contains_key(&next) {
                    distance.insert(next, so_far + 1);
                    queue.push_back(next);
                }
            }
        }
        None
    }
}
==== tests
fn at(x: i16, y: i16) -> Cell {
    Cell { x, y }
}

#[test]
fn around_the_shelves() {
    let plan = Plan::new("....\n.##.\n...#");
    assert_eq!(plan.moves(at(0, 0), at(3, 1)), Some(4));
    assert_eq!(plan.moves(at(2, 2), at(3, 0)), Some(7));
    assert_eq!(plan.moves(at(1, 0), at(1, 0)), Some(0));
}

#[test]
fn no_way() {
    let plan = Plan::new(".#.");
    assert_eq!(plan.moves(at(0, 0), at(2, 0)), None);
    assert_eq!(plan.moves(at(0, 0), at(0, 5)), None);
}
