---
code: E0499
---
use std::collections::HashMap;

#[derive(Debug, Default, PartialEq)]
pub struct Room {
    pub guests: Vec<String>,
}

#[derive(Default)]
pub struct Hotel {
    rooms: HashMap<u16, Room>,
}

impl Hotel {
    pub fn check_in(&mut self, number: u16, guest: &str) {
        self.room(number).guests.push(guest.to_string());
    }

    fn room(&mut self, number: u16) -> &mut Room {
        self.rooms.entry(number).or_default()
    }

    /// Moves all guests of one room to another, behind those who are there already.
    /// The old room stays on the books, empty.
    pub fn relocate(&mut self, from: u16, to: u16) {
        if from == to {
            return;
        }
        let old = self.room(from);
        let new = self.room(to);
        new.guests.append(&mut old.guests);
    }

    pub fn guests(&self, number: u16) -> Option<&[String]> {
        self.rooms.get(&number).map(|room| room.guests.as_slice())
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Default, PartialEq)]
pub struct Room {
    pub guests: Vec<String>,
}

#[derive(Default)]
pub struct Hotel {
    rooms: HashMap<u16, Room>,
}

impl Hotel {
    pub fn check_in(&mut self, number: u16, guest: &str) {
        self.room(number).guests.push(guest.to_string());
    }

    fn room(&mut self, number: u16) -> &mut Room {
        self.rooms.entry(number).or_default()
    }

    /// Moves all guests of one room to another, behind those who are there already.
    /// The old room stays on the books, empty.
    pub fn relocate(&mut self, from: u16, to: u16) {
        if from == to {
            return;
        }
        let mut moving = std::mem::take(&mut self.room(from).guests);
        self.room(to).guests.append(&mut moving);
    }

    pub fn guests(&self, number: u16) -> Option<&[String]> {
        self.rooms.get(&number).map(|room| room.guests.as_slice())
    }
}
==== tests
#[test]
fn relocates_behind_others() {
    let mut h = Hotel::default();
    h.check_in(1, "Ann");
    h.check_in(1, "Bob");
    h.check_in(2, "Cem");
    h.relocate(1, 2);
    assert_eq!(h.guests(1).unwrap().len(), 0);
    assert_eq!(h.guests(2).unwrap(), ["Cem", "Ann", "Bob"]);
}
#[test]
fn to_new_or_same_room() {
    let mut h = Hotel::default();
    h.check_in(1, "Ann");
    h.relocate(1, 1);
    assert_eq!(h.guests(1).unwrap(), ["Ann"]);
    h.relocate(1, 9);
    assert_eq!(h.guests(9).unwrap(), ["Ann"]);
    assert_eq!(h.guests(3), None);
}
