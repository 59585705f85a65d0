---
code: E0308
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    Bath,
    Kitchen,
    Nursery,
}

pub struct Thermostat {
    schedule: BTreeMap<(Room, u8), f32>,
    holiday: Option<f32>,
}

impl Thermostat {
    pub fn new(holiday: Option<f32>) -> Self {
        Thermostat { schedule: BTreeMap::new(), holiday }
    }

    pub fn program(&mut self, room: Room, hour: u8, celsius: f32) {
        self.schedule.insert((room, hour), celsius);
    }

    /// The temperature wanted in a room, or `None` where nothing was programmed.
    /// The holiday setting overrides every program.
    pub fn setpoint(&self, room: Room, hour: u8) -> Option<f32> {
        match self.holiday {
            Some(celsius) => celsius,
            None => self
                .schedule
                .range((room, 0)..=(room, hour))
                .next_back()
                .map(|(_, celsius)| *celsius),
        }
    }

    pub fn heats(&self, room: Room, hour: u8, measured: f32) -> bool {
        self.setpoint(room, hour).is_some_and(|wanted| measured < wanted)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    Bath,
    Kitchen,
    Nursery,
}

pub struct Thermostat {
    schedule: BTreeMap<(Room, u8), f32>,
    holiday: Option<f32>,
}

impl Thermostat {
    pub fn new(holiday: Option<f32>) -> Self {
        Thermostat { schedule: BTreeMap::new(), holiday }
    }

    pub fn program(&mut self, room: Room, hour: u8, celsius: f32) {
        self.schedule.insert((room, hour), celsius);
    }

    /// The temperature wanted in a room, or `None` where nothing was programmed.
    /// The holiday setting overrides every program.
    pub fn setpoint(&self, room: Room, hour: u8) -> Option<f32> {
        match self.holiday {
            Some(celsius) => Some(celsius),
            None => self
                .schedule
                .range((room, 0)..=(room, hour))
                .next_back()
                .map(|(_, celsius)| *celsius),
        }
    }

    pub fn heats(&self, room: Room, hour: u8, measured: f32) -> bool {
        self.setpoint(room, hour).is_some_and(|wanted| measured < wanted)
    }
}
==== tests
#[test]
fn latest_program_counts() {
    let mut t = Thermostat::new(None);
    t.program(Room::Bath, 6, 23.0);
    t.program(Room::Bath, 9, 18.0);
    assert_eq!(t.setpoint(Room::Bath, 8), Some(23.0));
    assert_eq!(t.setpoint(Room::Bath, 20), Some(18.0));
    assert_eq!(t.setpoint(Room::Bath, 5), None);
    assert_eq!(t.setpoint(Room::Kitchen, 8), None);
}

#[test]
fn holiday_overrides() {
    let mut t = Thermostat::new(Some(12.5));
    t.program(Room::Nursery, 6, 21.0);
    assert_eq!(t.setpoint(Room::Nursery, 7), Some(12.5));
    assert!(!t.heats(Room::Nursery, 7, 15.0));
    assert!(t.heats(Room::Nursery, 7, 12.0));
}
