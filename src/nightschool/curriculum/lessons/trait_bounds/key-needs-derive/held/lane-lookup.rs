---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    North,
    East,
    South,
    West,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lane {
    pub side: Side,
    pub index: u8,
}

impl Lane {
    pub const fn new(side: Side, index: u8) -> Self {
        Lane { side, index }
    }
}

/// Cars waiting at a traffic light, by lane.
#[derive(Debug, Default)]
pub struct Queues {
    waiting: BTreeMap<Lane, u32>,
}

impl Queues {
    pub fn arrive(&mut self, lane: Lane, cars: u32) {
        *self.waiting.entry(lane).or_insert(0) += cars;
    }

    pub fn pass(&mut self, lane: Lane, most: u32) -> u32 {
        let Some(cars) = self.waiting.get_mut(&lane) else { return 0 };
        let gone = most.min(*cars);
        *cars -= gone;
        gone
    }

    /// All lanes with cars: north, east, south, west, and by index within a side.
    pub fn busy(&self) -> Vec<Lane> {
        self.waiting.iter().filter(|(_, cars)| **cars > 0).map(|(lane, _)| *lane).collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    North,
    East,
    South,
    West,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lane {
    pub side: Side,
    pub index: u8,
}

impl Lane {
    pub const fn new(side: Side, index: u8) -> Self {
        Lane { side, index }
    }
}

/// Cars waiting at a traffic light, by lane.
#[derive(Debug, Default)]
pub struct Queues {
    waiting: BTreeMap<Lane, u32>,
}

impl Queues {
    pub fn arrive(&mut self, lane: Lane, cars: u32) {
        *self.waiting.entry(lane).or_insert(0) += cars;
    }

    pub fn pass(&mut self, lane: Lane, most: u32) -> u32 {
        let Some(cars) = self.waiting.get_mut(&lane) else { return 0 };
        let gone = most.min(*cars);
        *cars -= gone;
        gone
    }

    /// All lanes with cars: north, east, south, west, and by index within a side.
    pub fn busy(&self) -> Vec<Lane> {
        self.waiting.iter().filter(|(_, cars)| **cars > 0).map(|(lane, _)| *lane).collect()
    }
}
==== tests
#[test]
fn cars_come_and_go() {
    let mut q = Queues::default();
    let lane = Lane::new(Side::East, 1);
    q.arrive(lane, 3);
    q.arrive(Lane::new(Side::East, 0), 1);
    q.arrive(lane, 2);
    assert_eq!(q.pass(lane, 4), 4);
    assert_eq!(q.pass(lane, 4), 1);
    assert_eq!(q.pass(Lane::new(Side::West, 1), 4), 0);
    assert_eq!(q.busy(), [Lane::new(Side::East, 0)]);
}

#[test]
fn order_of_busy_lanes() {
    let mut q = Queues::default();
    for (side, index) in [(Side::West, 0), (Side::South, 2), (Side::North, 5), (Side::South, 1)] {
        q.arrive(Lane::new(side, index), 1);
    }
    let got: Vec<(Side, u8)> = q.busy().iter().map(|l| (l.side, l.index)).collect();
    assert_eq!(got, [(Side::North, 5), (Side::South, 1), (Side::South, 2), (Side::West, 0)]);
}
