---
code: E0107
---
//! A garden plan as a grid of beds.

#[derive(Debug, Clone, PartialEq)]
pub struct Grid<T> {
    width: usize,
    cells: Vec<T>,
}

impl<T: Clone> Grid<T> {
    pub fn filled(width: usize, height: usize, value: T) -> Self {
        Grid { width, cells: vec![value; width * height] }
    }
}

impl<T> Grid<T> {
    pub fn set(&mut self, x: usize, y: usize, value: T) {
        let index = y * self.width + x;
        self.cells[index] = value;
    }

    pub fn get(&self, x: usize, y: usize) -> Option<&T> {
        if x >= self.width {
            return None;
        }
        self.cells.get(y * self.width + x)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bed {
    Bare,
    Beans,
    Onions,
}

/// Do beans grow right of or below onions (or the other way round)?
/// They do badly side by side.
pub fn has_bad_pair(garden: &Grid) -> bool {
    let bad = |a: Bed, b: Bed| {
        matches!((a, b), (Bed::Beans, Bed::Onions) | (Bed::Onions, Bed::Beans))
    };
    let height = garden.cells.len() / garden.width;
    (0..height).any(|y| {
        (0..garden.width).any(|x| {
            let here = garden.get(x, y).copied().unwrap_or(Bed::Bare);
            let right = garden.get(x + 1, y).copied().unwrap_or(Bed::Bare);
            let below = garden.get(x, y + 1).copied().unwrap_or(Bed::Bare);
            bad(here, right) || bad(here, below)
        })
    })
}
==== fixed
//! A garden plan as a grid of beds.

#[derive(Debug, Clone, PartialEq)]
pub struct Grid<T> {
    width: usize,
    cells: Vec<T>,
}

impl<T: Clone> Grid<T> {
    pub fn filled(width: usize, height: usize, value: T) -> Self {
        Grid { width, cells: vec![value; width * height] }
    }
}

impl<T> Grid<T> {
    pub fn set(&mut self, x: usize, y: usize, value: T) {
        let index = y * self.width + x;
        self.cells[index] = value;
    }

    pub fn get(&self, x: usize, y: usize) -> Option<&T> {
        if x >= self.width {
            return None;
        }
        self.cells.get(y * self.width + x)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bed {
    Bare,
    Beans,
    Onions,
}

/// Do beans grow right of or below onions (or the other way round)?
/// They do badly side by side.
pub fn has_bad_pair(garden: &Grid<Bed>) -> bool {
    let bad = |a: Bed, b: Bed| {
        matches!((a, b), (Bed::Beans, Bed::Onions) | (Bed::Onions, Bed::Beans))
    };
    let height = garden.cells.len() / garden.width;
    (0..height).any(|y| {
        (0..garden.width).any(|x| {
            let here = garden.get(x, y).copied().unwrap_or(Bed::Bare);
            let right = garden.get(x + 1, y).copied().unwrap_or(Bed::Bare);
            let below = garden.get(x, y + 1).copied().unwrap_or(Bed::Bare);
            bad(here, right) || bad(here, below)
        })
    })
}
==== tests
#[test]
fn sees_neighbours_both_ways() {
    let mut garden = Grid::filled(3, 2, Bed::Bare);
    garden.set(0, 0, Bed::Beans);
    garden.set(2, 0, Bed::Onions);
    assert!(!has_bad_pair(&garden));
    garden.set(2, 1, Bed::Beans);
    assert!(has_bad_pair(&garden));
}

#[test]
fn rows_do_not_touch_at_their_ends() {
    let mut garden = Grid::filled(2, 2, Bed::Bare);
    garden.set(1, 0, Bed::Beans);
    garden.set(0, 1, Bed::Onions);
    assert!(!has_bad_pair(&garden));
}
