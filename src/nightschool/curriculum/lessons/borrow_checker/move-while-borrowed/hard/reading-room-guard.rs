---
code: E0505
---
//! A reading room: seats are shared between the counter and the display.

use std::cell::RefCell;

#[derive(Debug, Default)]
pub struct Seats {
    pub free: Vec<u32>,
    pub readers: Vec<(u32, String)>,
}

#[derive(Debug, Default)]
pub struct Room {
    seats: RefCell<Seats>,
    notices: RefCell<Vec<String>>,
}

impl Room {
    pub fn with_seats(count: u32) -> Self {
        let seats = Seats { free: (1..=count).rev().collect(), readers: Vec::new() };
        Room { seats: RefCell::new(seats), notices: RefCell::default() }
    }

    /// Gives the lowest free seat to a reader and posts a notice with the seats left.
    pub fn admit(&self, reader: &str) -> Option<u32> {
        let mut seats = self.seats.borrow_mut();
        let seat = seats.free.pop()?;
        seats.readers.push((seat, reader.trim().to_string()));
        let (_, name) = seats.readers.last()?;
        drop(seats);
        self.post(&format!("{name} sits at {seat}"));
        Some(seat)
    }

    fn post(&self, text: &str) {
        let left = self.seats.borrow().free.len();
        self.notices.borrow_mut().push(format!("{text}, {left} left"));
    }

    pub fn notices(&self) -> Vec<String> {
        self.notices.borrow().clone()
    }
}
==== fixed
//! A reading room: seats are shared between the counter and the display.

use std::cell::RefCell;

#[derive(Debug, Default)]
pub struct Seats {
    pub free: Vec<u32>,
    pub readers: Vec<(u32, String)>,
}

#[derive(Debug, Default)]
pub struct Room {
    seats: RefCell<Seats>,
    notices: RefCell<Vec<String>>,
}

impl Room {
    pub fn with_seats(count: u32) -> Self {
        let seats = Seats { free: (1..=count).rev().collect(), readers: Vec::new() };
        Room { seats: RefCell::new(seats), notices: RefCell::default() }
    }

    /// Gives the lowest free seat to a reader and posts a notice with the seats left.
    pub fn admit(&self, reader: &str) -> Option<u32> {
        let mut seats = self.seats.borrow_mut();
        let seat = seats.free.pop()?;
        seats.readers.push((seat, reader.trim().to_string()));
        let (_, name) = seats.readers.last()?;
        let notice = format!("{name} sits at {seat}");
        drop(seats);
        self.post(&notice);
        Some(seat)
    }

    fn post(&self, text: &str) {
        let left = self.seats.borrow().free.len();
        self.notices.borrow_mut().push(format!("{text}, {left} left"));
    }

    pub fn notices(&self) -> Vec<String> {
        self.notices.borrow().clone()
    }
}
==== tests
#[test]
fn readers_are_seated_and_announced() {
    let room = Room::with_seats(2);
    assert_eq!(room.admit(" Ida "), Some(1));
    assert_eq!(room.admit("Otto"), Some(2));
    assert_eq!(room.notices(), ["Ida sits at 1, 1 left", "Otto sits at 2, 0 left"]);
}

#[test]
fn a_full_room_admits_nobody() {
    let room = Room::with_seats(0);
    assert_eq!(room.admit("Ida"), None);
    assert!(room.notices().is_empty());
}
