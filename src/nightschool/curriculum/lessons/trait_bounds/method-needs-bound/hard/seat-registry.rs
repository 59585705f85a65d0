---
code: E0599
---
//! Who sits where: a registry by any kind of seat name.

use std::collections::HashMap;

/// Seats are told apart by equality and hash alone: a row and number, a
/// letter, the name of a table.
pub struct Registry<S> {
    guests: HashMap<S, String>,
    turned_away: Vec<String>,
}

impl<S> Registry<S> {
    pub fn new() -> Self {
        Registry { guests: HashMap::new(), turned_away: Vec::new() }
    }

    /// Seats the guest, unless somebody sits there: then the guest is
    /// turned away and the seat stays as it is.
    pub fn seat(&mut self, seat: S, guest: &str) -> bool {
        if self.guests.contains_key(&seat) {
            self.turned_away.push(guest.to_string());
            return false;
        }
        self.guests.insert(seat, guest.to_string());
        true
    }

    pub fn guest(&self, seat: &S) -> Option<&str> {
        self.guests.get(seat).map(String::as_str)
    }

    pub fn turned_away(&self) -> &[String] {
        &self.turned_away
    }
}
==== fixed
//! Who sits where: a registry by any kind of seat name.

use std::collections::HashMap;
use std::hash::Hash;

/// Seats are told apart by equality and hash alone: a row and number, a
/// letter, the name of a table.
pub struct Registry<S> {
    guests: HashMap<S, String>,
    turned_away: Vec<String>,
}

impl<S: Eq + Hash> Registry<S> {
    pub fn new() -> Self {
        Registry { guests: HashMap::new(), turned_away: Vec::new() }
    }

    /// Seats the guest, unless somebody sits there: then the guest is
    /// turned away and the seat stays as it is.
    pub fn seat(&mut self, seat: S, guest: &str) -> bool {
        if self.guests.contains_key(&seat) {
            self.turned_away.push(guest.to_string());
            return false;
        }
        self.guests.insert(seat, guest.to_string());
        true
    }

    pub fn guest(&self, seat: &S) -> Option<&str> {
        self.guests.get(seat).map(String::as_str)
    }

    pub fn turned_away(&self) -> &[String] {
        &self.turned_away
    }
}
==== tests
/// No order, no copies: just a name for a seat.
#[derive(PartialEq, Eq, Hash)]
struct Table {
    room: &'static str,
    number: u8,
}

#[test]
fn the_first_guest_keeps_the_seat() {
    let mut registry = Registry::new();
    assert!(registry.seat(('c', 12), "ida"));
    assert!(!registry.seat(('c', 12), "jon"));
    assert!(registry.seat(('c', 13), "kai"));
    assert_eq!(registry.guest(&('c', 12)), Some("ida"));
    assert_eq!(registry.turned_away(), ["jon"]);
}

#[test]
fn tables_of_the_house_serve_as_seats() {
    let mut registry = Registry::new();
    assert!(registry.seat(Table { room: "garden", number: 4 }, "lea"));
    assert_eq!(registry.guest(&Table { room: "garden", number: 4 }), Some("lea"));
    assert_eq!(registry.guest(&Table { room: "cellar", number: 4 }), None);
}
