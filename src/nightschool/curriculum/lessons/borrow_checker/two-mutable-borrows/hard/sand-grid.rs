---
code: E0499
---
//! Falling sand on a grid of cells.

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    Air,
    Sand,
    Stone,
}

#[derive(Debug, Clone, PartialEq)]
pub struct World {
    pub rows: Vec<Vec<Cell>>,
}

impl World {
    pub fn parse(picture: &[&str]) -> World {
        let cell = |mark| match mark {
            'o' => Cell::Sand,
            '#' => Cell::Stone,
            _ => Cell::Air,
        };
        World { rows: picture.iter().map(|line| line.chars().map(cell).collect()).collect() }
    }

    /// Lets every grain fall by one row where there is air below, the lowest rows first.
    /// Tells how many grains moved.
    pub fn step(&mut self) -> usize {
        let mut moved = 0;
        for at in (1..self.rows.len()).rev() {
            let above = &mut self.rows[at - 1];
            let below = &mut self.rows[at];
            for (upper, lower) in above.iter_mut().zip(below.iter_mut()) {
                if *upper == Cell::Sand && *lower == Cell::Air {
                    std::mem::swap(upper, lower);
                    moved += 1;
                }
            }
        }
        moved
    }
}
==== fixed
//! Falling sand on a grid of cells.

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    Air,
    Sand,
    Stone,
}

#[derive(Debug, Clone, PartialEq)]
pub struct World {
    pub rows: Vec<Vec<Cell>>,
}

impl World {
    pub fn parse(picture: &[&str]) -> World {
        let cell = |mark| match mark {
            'o' => Cell::Sand,
            '#' => Cell::Stone,
            _ => Cell::Air,
        };
        World { rows: picture.iter().map(|line| line.chars().map(cell).collect()).collect() }
    }

    /// Lets every grain fall by one row where there is air below, the lowest rows first.
    /// Tells how many grains moved.
    pub fn step(&mut self) -> usize {
        let mut moved = 0;
        for at in (1..self.rows.len()).rev() {
            let (head, tail) = self.rows.split_at_mut(at);
            let above = &mut head[at - 1];
            let below = &mut tail[0];
            for (upper, lower) in above.iter_mut().zip(below.iter_mut()) {
                if *upper == Cell::Sand && *lower == Cell::Air {
                    std::mem::swap(upper, lower);
                    moved += 1;
                }
            }
        }
        moved
    }
}
==== tests
#[test]
fn grains_fall_until_they_rest() {
    let mut world = World::parse(&["oo.", "o..", "#.."]);
    assert_eq!(world.step(), 1);
    assert_eq!(world, World::parse(&["o..", "oo.", "#.."]));
    assert_eq!(world.step(), 1);
    assert_eq!(world, World::parse(&["o..", "o..", "#o."]));
    assert_eq!(world.step(), 0);
}

#[test]
fn a_column_falls_together() {
    let mut world = World::parse(&["o", "o", "."]);
    assert_eq!(world.step(), 2);
    assert_eq!(world, World::parse(&[".", "o", "o"]));
    assert_eq!(World::parse(&[]).step(), 0);
}
