---
code: E0599
---
pub trait Airframe {
    fn max_payload(&self) -> u32;
    fn range_m(&self) -> u32;

    fn can_carry(&self, grams: u32, metres: u32) -> bool {
        grams <= self.max_payload() && 2 * metres <= self.range_m()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Quad {
    pub name: &'static str,
    pub payload: u32,
    pub range: u32,
}

impl Airframe for Quad {
    fn max_payload(&self) -> u32 {
        self.payload
    }

    fn range_m(&self) -> u32 {
        self.range
    }
}

#[derive(Debug)]
pub struct Delivery {
    pub grams: u32,
    pub metres: u32,
}

/// The smallest airframe that can carry a delivery there and come back empty.
pub fn select<A>(fleet: &[A], delivery: &Delivery) -> Option<usize> {
    fleet
        .iter()
        .enumerate()
        .filter(|(_, frame)| frame.can_carry(delivery.grams, delivery.metres))
        .min_by_key(|(_, frame)| frame.max_payload())
        .map(|(index, _)| index)
}

pub fn name_for(fleet: &[Quad], grams: u32, metres: u32) -> Option<&'static str> {
    select(fleet, &Delivery { grams, metres }).map(|i| fleet[i].name)
}
==== fixed
pub trait Airframe {
    fn max_payload(&self) -> u32;
    fn range_m(&self) -> u32;

    fn can_carry(&self, grams: u32, metres: u32) -> bool {
        grams <= self.max_payload() && 2 * metres <= self.range_m()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Quad {
    pub name: &'static str,
    pub payload: u32,
    pub range: u32,
}

impl Airframe for Quad {
    fn max_payload(&self) -> u32 {
        self.payload
    }

    fn range_m(&self) -> u32 {
        self.range
    }
}

#[derive(Debug)]
pub struct Delivery {
    pub grams: u32,
    pub metres: u32,
}

/// The smallest airframe that can carry a delivery there and come back empty.
pub fn select<A: Airframe>(fleet: &[A], delivery: &Delivery) -> Option<usize> {
    fleet
        .iter()
        .enumerate()
        .filter(|(_, frame)| frame.can_carry(delivery.grams, delivery.metres))
        .min_by_key(|(_, frame)| frame.max_payload())
        .map(|(index, _)| index)
}

pub fn name_for(fleet: &[Quad], grams: u32, metres: u32) -> Option<&'static str> {
    select(fleet, &Delivery { grams, metres }).map(|i| fleet[i].name)
}
==== tests
fn fleet() -> Vec<Quad> {
    vec![
        Quad { name: "ox", payload: 5000, range: 4000 },
        Quad { name: "wren", payload: 300, range: 3000 },
        Quad { name: "crow", payload: 900, range: 9000 },
    ]
}

#[test]
fn smallest_that_can() {
    assert_eq!(name_for(&fleet(), 250, 1500), Some("wren"));
    assert_eq!(name_for(&fleet(), 250, 1501), Some("crow"));
    assert_eq!(name_for(&fleet(), 901, 100), Some("ox"));
    assert_eq!(name_for(&fleet(), 901, 2001), None);
}

#[test]
fn other_airframes_with_their_own_rules() {
    struct Balloon;
    impl Airframe for Balloon {
        fn max_payload(&self) -> u32 {
            1
        }
        fn range_m(&self) -> u32 {
            0
        }
        fn can_carry(&self, _grams: u32, _metres: u32) -> bool {
            true
        }
    }
    assert_eq!(select(&[Balloon], &Delivery { grams: 99, metres: 99 }), Some(0));
}
