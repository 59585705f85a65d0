---
code: E0369
---
use std::ops::Sub;

/// Switches a heater with a dead band around the wanted value.
#[derive(Debug)]
pub struct DeadBand<T> {
    pub wanted: T,
    pub band: T,
    on: bool,
}

impl<T> DeadBand<T>
where
    T: Copy + PartialOrd,
{
    pub fn new(wanted: T, band: T) -> Self {
        DeadBand { wanted, band, on: false }
    }

    /// On below `wanted - band`, off from `wanted` upwards, in between as before.
    pub fn update(&mut self, measured: T) -> bool {
        if measured < self.wanted - self.band {
            self.on = true;
        } else if measured >= self.wanted {
            self.on = false;
        }
        self.on
    }
}

pub fn switchings<T>(control: &mut DeadBand<T>, values: &[T]) -> usize
where
    T: Copy + PartialOrd + Sub<Output = T>,
{
    let states: Vec<bool> = values.iter().map(|v| control.update(*v)).collect();
    states.windows(2).filter(|pair| pair[0] != pair[1]).count()
}
==== fixed
use std::ops::Sub;

/// Switches a heater with a dead band around the wanted value.
#[derive(Debug)]
pub struct DeadBand<T> {
    pub wanted: T,
    pub band: T,
    on: bool,
}

impl<T> DeadBand<T>
where
    T: Copy + PartialOrd + Sub<Output = T>,
{
    pub fn new(wanted: T, band: T) -> Self {
        DeadBand { wanted, band, on: false }
    }

    /// On below `wanted - band`, off from `wanted` upwards, in between as before.
    pub fn update(&mut self, measured: T) -> bool {
        if measured < self.wanted - self.band {
            self.on = true;
        } else if measured >= self.wanted {
            self.on = false;
        }
        self.on
    }
}

pub fn switchings<T>(control: &mut DeadBand<T>, values: &[T]) -> usize
where
    T: Copy + PartialOrd + Sub<Output = T>,
{
    let states: Vec<bool> = values.iter().map(|v| control.update(*v)).collect();
    states.windows(2).filter(|pair| pair[0] != pair[1]).count()
}
==== tests
#[test]
fn keeps_its_state_inside_the_band() {
    let mut d = DeadBand::new(20.0, 1.5);
    assert!(!d.update(19.0));
    assert!(d.update(18.4));
    assert!(d.update(19.9));
    assert!(!d.update(20.0));
    assert!(!d.update(18.5));
}

#[test]
fn works_for_tenths_as_integers() {
    let mut d = DeadBand::new(200i32, 10);
    assert_eq!(switchings(&mut d, &[180, 195, 200, 191, 189, 300]), 3);
}
