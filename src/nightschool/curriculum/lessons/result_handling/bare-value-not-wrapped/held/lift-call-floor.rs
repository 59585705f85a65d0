---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum LiftError {
    NoSuchFloor(i8),
    OutOfService,
}

pub struct Lift {
    lowest: i8,
    highest: i8,
    at: i8,
    pub in_service: bool,
}

impl Lift {
    pub fn new(lowest: i8, highest: i8) -> Self {
        Lift { lowest, highest, at: lowest, in_service: true }
    }

    pub fn floor(&self) -> i8 {
        self.at
    }

    /// Sends the car to a floor and tells how many floors it travelled.
    pub fn send_to(&mut self, floor: i8) -> Result<u8, LiftError> {
        if !self.in_service {
            return Err(LiftError::OutOfService);
        }
        if floor < self.lowest || floor > self.highest {
            return Err(LiftError::NoSuchFloor(floor));
        }
        let travelled = self.at.abs_diff(floor);
        self.at = floor;
        travelled
    }

    pub fn round_trip(&mut self, floors: &[i8]) -> Result<u32, LiftError> {
        let mut total = 0;
        for &floor in floors {
            total += u32::from(self.send_to(floor)?);
        }
        Ok(total)
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum LiftError {
    NoSuchFloor(i8),
    OutOfService,
}

pub struct Lift {
    lowest: i8,
    highest: i8,
    at: i8,
    pub in_service: bool,
}

impl Lift {
    pub fn new(lowest: i8, highest: i8) -> Self {
        Lift { lowest, highest, at: lowest, in_service: true }
    }

    pub fn floor(&self) -> i8 {
        self.at
    }

    /// Sends the car to a floor and tells how many floors it travelled.
    pub fn send_to(&mut self, floor: i8) -> Result<u8, LiftError> {
        if !self.in_service {
            return Err(LiftError::OutOfService);
        }
        if floor < self.lowest || floor > self.highest {
            return Err(LiftError::NoSuchFloor(floor));
        }
        let travelled = self.at.abs_diff(floor);
        self.at = floor;
        Ok(travelled)
    }

    pub fn round_trip(&mut self, floors: &[i8]) -> Result<u32, LiftError> {
        let mut total = 0;
        for &floor in floors {
            total += u32::from(self.send_to(floor)?);
        }
        Ok(total)
    }
}
==== tests
#[test]
fn counts_floors_both_ways() {
    let mut lift = Lift::new(-2, 9);
    assert_eq!(lift.send_to(5), Ok(7));
    assert_eq!(lift.floor(), 5);
    assert_eq!(lift.send_to(1), Ok(4));
    assert_eq!(lift.send_to(1), Ok(0));
    assert_eq!(lift.round_trip(&[2, 0]), Ok(3));
}

#[test]
fn refuses_and_stays() {
    let mut lift = Lift::new(0, 3);
    assert_eq!(lift.send_to(4), Err(LiftError::NoSuchFloor(4)));
    lift.in_service = false;
    assert_eq!(lift.send_to(1), Err(LiftError::OutOfService));
    assert_eq!(lift.floor(), 0);
}
