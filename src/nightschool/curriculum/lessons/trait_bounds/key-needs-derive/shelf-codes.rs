---
code: E0277
---
use std::collections::BTreeMap;

/// A place in the hall. Places are walked aisle by aisle, and within an aisle by bay.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub aisle: u8,
    pub bay: u16,
}

#[derive(Debug, PartialEq)]
pub struct Pick {
    pub place: Place,
    pub pieces: u32,
}

pub struct PickOrder {
    wanted: Vec<Pick>,
}

impl PickOrder {
    pub fn new() -> Self {
        PickOrder { wanted: Vec::new() }
    }

    pub fn want(&mut self, aisle: u8, bay: u16, pieces: u32) {
        let place = Place { aisle, bay };
        self.wanted.push(Pick { place, pieces });
    }

    /// One stop for each place, in walking order, with the pieces added up.
    pub fn route(&self) -> Vec<Pick> {
        let mut stops = BTreeMap::new();
        for pick in &self.wanted {
            *stops.entry(pick.place).or_insert(0) += pick.pieces;
        }
        stops
            .into_iter()
            .map(|(place, pieces)| Pick { place, pieces })
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;

/// A place in the hall. Places are walked aisle by aisle, and within an aisle by bay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub aisle: u8,
    pub bay: u16,
}

#[derive(Debug, PartialEq)]
pub struct Pick {
    pub place: Place,
    pub pieces: u32,
}

pub struct PickOrder {
    wanted: Vec<Pick>,
}

impl PickOrder {
    pub fn new() -> Self {
        PickOrder { wanted: Vec::new() }
    }

    pub fn want(&mut self, aisle: u8, bay: u16, pieces: u32) {
        let place = Place { aisle, bay };
        self.wanted.push(Pick { place, pieces });
    }

    /// One stop for each place, in walking order, with the pieces added up.
    pub fn route(&self) -> Vec<Pick> {
        let mut stops = BTreeMap::new();
        for pick in &self.wanted {
            *stops.entry(pick.place).or_insert(0) += pick.pieces;
        }
        stops
            .into_iter()
            .map(|(place, pieces)| Pick { place, pieces })
            .collect()
    }
}
==== tests
fn flat(order: &PickOrder) -> Vec<(u8, u16, u32)> {
    order.route().iter().map(|p| (p.place.aisle, p.place.bay, p.pieces)).collect()
}

#[test]
fn walks_aisle_by_aisle() {
    let mut o = PickOrder::new();
    o.want(2, 1, 5);
    o.want(1, 9, 1);
    o.want(1, 3, 4);
    assert_eq!(flat(&o), vec![(1, 3, 4), (1, 9, 1), (2, 1, 5)]);
}

#[test]
fn adds_up_per_place() {
    let mut o = PickOrder::new();
    o.want(4, 4, 1);
    o.want(4, 40, 2);
    o.want(4, 4, 6);
    assert_eq!(flat(&o), vec![(4, 4, 7), (4, 40, 2)]);
}
