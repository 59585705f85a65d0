---
code: E0277
---
//! Shelves of a market stall; those behind the counter are filled up at night.

#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    pub fruit: String,
    pub boxes: u32,
}

#[derive(Debug)]
pub struct Stall {
    pub shelves: Vec<Shelf>,
    /// The first so many shelves stand in front of the counter.
    pub front: usize,
}

impl Stall {
    /// Fills each shelf behind the counter up to `full` boxes, as far as the
    /// supply goes. Tells how many boxes are left of the supply.
    pub fn restock(&mut self, full: u32, mut supply: u32) -> u32 {
        for shelf in self.shelves[self.front..] {
            let wanted = full.saturating_sub(shelf.boxes).min(supply);
            shelf.boxes += wanted;
            supply -= wanted;
        }
        supply
    }

    pub fn boxes(&self) -> u32 {
        self.shelves.iter().map(|shelf| shelf.boxes).sum()
    }
}
==== fixed
//! Shelves of a market stall; those behind the counter are filled up at night.

#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    pub fruit: String,
    pub boxes: u32,
}

#[derive(Debug)]
pub struct Stall {
    pub shelves: Vec<Shelf>,
    /// The first so many shelves stand in front of the counter.
    pub front: usize,
}

impl Stall {
    /// Fills each shelf behind the counter up to `full` boxes, as far as the
    /// supply goes. Tells how many boxes are left of the supply.
    pub fn restock(&mut self, full: u32, mut supply: u32) -> u32 {
        for shelf in &mut self.shelves[self.front..] {
            let wanted = full.saturating_sub(shelf.boxes).min(supply);
            shelf.boxes += wanted;
            supply -= wanted;
        }
        supply
    }

    pub fn boxes(&self) -> u32 {
        self.shelves.iter().map(|shelf| shelf.boxes).sum()
    }
}
==== tests
fn stall() -> Stall {
    let shelf = |fruit: &str, boxes| Shelf { fruit: fruit.to_string(), boxes };
    Stall { shelves: vec![shelf("fig", 1), shelf("kiwi", 2), shelf("plum", 9), shelf("lime", 0)], front: 1 }
}

#[test]
fn shelves_behind_the_counter_are_filled() {
    let mut stall = stall();
    assert_eq!(stall.restock(5, 20), 12);
    let boxes: Vec<u32> = stall.shelves.iter().map(|shelf| shelf.boxes).collect();
    assert_eq!(boxes, [1, 5, 9, 5]);
}

#[test]
fn a_small_supply_runs_out() {
    let mut stall = stall();
    assert_eq!(stall.restock(5, 4), 0);
    assert_eq!(stall.boxes(), 16);
    assert_eq!(stall.shelves[3].boxes, 1);
}
