---
code: E0502
---
use std::collections::HashSet;

pub type Spot = (i32, i32);

/// A warehouse puzzle: crates are pushed, never pulled.
pub struct Warehouse {
    pub keeper: Spot,
    pub crates: Vec<Spot>,
    pub walls: HashSet<Spot>,
}

impl Warehouse {
    fn is_free(&self, spot: Spot) -> bool {
        !self.walls.contains(&spot) && !self.crates.contains(&spot)
    }

    /// Moves the keeper by one step; a crate in the way is pushed ahead of
    /// him. Nothing changes and `false` is returned if there is no room.
    pub fn step(&mut self, dx: i32, dy: i32) -> bool {
        let goal = (self.keeper.0 + dx, self.keeper.1 + dy);
        if self.walls.contains(&goal) {
            return false;
        }
        if let Some(moved) = self.crates.iter_mut().find(|spot| **spot == goal) {
            let beyond = (goal.0 + dx, goal.1 + dy);
            if !self.is_free(beyond) {
                return false;
            }
            *moved = beyond;
        }
        self.keeper = goal;
        true
    }
}
==== fixed
use std::collections::HashSet;

pub type Spot = (i32, i32);

/// A warehouse puzzle: crates are pushed, never pulled.
pub struct Warehouse {
    pub keeper: Spot,
    pub crates: Vec<Spot>,
    pub walls: HashSet<Spot>,
}

impl Warehouse {
    fn is_free(&self, spot: Spot) -> bool {
        !self.walls.contains(&spot) && !self.crates.contains(&spot)
    }

    /// Moves the keeper by one step; a crate in the way is pushed ahead of
    /// him. Nothing changes and `false` is returned if there is no room.
    pub fn step(&mut self, dx: i32, dy: i32) -> bool {
        let goal = (self.keeper.0 + dx, self.keeper.1 + dy);
        if self.walls.contains(&goal) {
            return false;
        }
        if let Some(index) = self.crates.iter().position(|spot| *spot == goal) {
            let beyond = (goal.0 + dx, goal.1 + dy);
            if !self.is_free(beyond) {
                return false;
            }
            self.crates[index] = beyond;
        }
        self.keeper = goal;
        true
    }
}
==== tests
fn house() -> Warehouse {
    Warehouse { keeper: (0, 0), crates: vec![(1, 0), (0, 1), (0, 2)], walls: HashSet::from([(3, 0)]) }
}
#[test]
fn pushes_until_the_wall() {
    let mut w = house();
    assert!(w.step(1, 0));
    assert_eq!((w.keeper, w.crates[0]), ((1, 0), (2, 0)));
    assert!(!w.step(1, 0));
    assert_eq!((w.keeper, w.crates[0]), ((1, 0), (2, 0)));
}
#[test]
fn two_crates_are_too_heavy() {
    let mut w = house();
    assert!(!w.step(0, 1));
    assert_eq!(w.crates, [(1, 0), (0, 1), (0, 2)]);
    assert!(w.step(-1, 0));
    assert_eq!(w.keeper, (-1, 0));
}
