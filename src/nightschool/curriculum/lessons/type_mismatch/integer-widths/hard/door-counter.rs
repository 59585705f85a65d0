---
code: E0308
---
//! A people counter above a shop door, with a small display.

/// The display has one byte a lane. A lane that is full sticks at 255
/// until it is reset.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Lane {
    count: u8,
    batches: u32,
}

impl Lane {
    /// Adds everybody seen in one batch of sightings.
    pub fn add_batch(&mut self, sightings: &[u64]) {
        self.batches += 1;
        let people = sightings.len();
        self.count = self.count.saturating_add(people);
    }

    pub fn count(&self) -> u8 {
        self.count
    }

    pub fn is_stuck(&self) -> bool {
        self.count == u8::MAX
    }

    pub fn reset(&mut self) {
        *self = Lane::default();
    }
}
==== fixed
//! A people counter above a shop door, with a small display.

/// The display has one byte a lane. A lane that is full sticks at 255
/// until it is reset.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Lane {
    count: u8,
    batches: u32,
}

impl Lane {
    /// Adds everybody seen in one batch of sightings.
    pub fn add_batch(&mut self, sightings: &[u64]) {
        self.batches += 1;
        let people = sightings.len();
        let people = u8::try_from(people).unwrap_or(u8::MAX);
        self.count = self.count.saturating_add(people);
    }

    pub fn count(&self) -> u8 {
        self.count
    }

    pub fn is_stuck(&self) -> bool {
        self.count == u8::MAX
    }

    pub fn reset(&mut self) {
        *self = Lane::default();
    }
}
==== tests
#[test]
fn adds_batches() {
    let mut lane = Lane::default();
    lane.add_batch(&[10, 11, 12]);
    lane.add_batch(&[13]);
    assert_eq!(lane.count(), 4);
    assert!(!lane.is_stuck());
}

#[test]
fn sticks_when_full() {
    let mut lane = Lane::default();
    lane.add_batch(&[1; 260]);
    assert_eq!(lane.count(), 255);
    lane.reset();
    lane.add_batch(&[1; 200]);
    lane.add_batch(&[1; 100]);
    assert!(lane.is_stuck());
    lane.add_batch(&[1; 256]);
    assert_eq!(lane.count(), 255);
}
