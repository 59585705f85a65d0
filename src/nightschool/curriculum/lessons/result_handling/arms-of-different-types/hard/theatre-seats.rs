---
code: E0308
---
//! Seat booking in a small theatre.

#[derive(Debug, PartialEq)]
pub enum BookingError {
    SoldOut,
    NoName,
}

pub struct Hall {
    seats: Vec<Option<String>>,
    pub waiting: Vec<String>,
}

impl Hall {
    pub fn new(size: usize) -> Self {
        Hall { seats: vec![None; size], waiting: Vec::new() }
    }

    fn free_seat(&self) -> Option<usize> {
        self.seats.iter().position(Option::is_none)
    }

    /// Books the first free seat and tells its number, counted from one.
    /// When the hall is full the guest is put on the waiting list.
    pub fn book(&mut self, guest: &str) -> Result<usize, BookingError> {
        if guest.is_empty() {
            return Err(BookingError::NoName);
        }
        let seat = if let Some(seat) = self.free_seat() {
            seat
        } else {
            self.waiting.push(guest.to_string());
            Err(BookingError::SoldOut)
        };
        self.seats[seat] = Some(guest.to_string());
        Ok(seat + 1)
    }

    pub fn guest(&self, number: usize) -> Option<&str> {
        self.seats.get(number.checked_sub(1)?)?.as_deref()
    }
}
==== fixed
//! Seat booking in a small theatre.

#[derive(Debug, PartialEq)]
pub enum BookingError {
    SoldOut,
    NoName,
}

pub struct Hall {
    seats: Vec<Option<String>>,
    pub waiting: Vec<String>,
}

impl Hall {
    pub fn new(size: usize) -> Self {
        Hall { seats: vec![None; size], waiting: Vec::new() }
    }

    fn free_seat(&self) -> Option<usize> {
        self.seats.iter().position(Option::is_none)
    }

    /// Books the first free seat and tells its number, counted from one.
    /// When the hall is full the guest is put on the waiting list.
    pub fn book(&mut self, guest: &str) -> Result<usize, BookingError> {
        if guest.is_empty() {
            return Err(BookingError::NoName);
        }
        let seat = if let Some(seat) = self.free_seat() {
            seat
        } else {
            self.waiting.push(guest.to_string());
            return Err(BookingError::SoldOut);
        };
        self.seats[seat] = Some(guest.to_string());
        Ok(seat + 1)
    }

    pub fn guest(&self, number: usize) -> Option<&str> {
        self.seats.get(number.checked_sub(1)?)?.as_deref()
    }
}
==== tests
#[test]
fn books_in_order() {
    let mut hall = Hall::new(2);
    assert_eq!(hall.book("ann"), Ok(1));
    assert_eq!(hall.book("ben"), Ok(2));
    assert_eq!(hall.guest(2), Some("ben"));
    assert!(hall.waiting.is_empty());
}

#[test]
fn a_full_hall_changes_nothing_but_the_list() {
    let mut hall = Hall::new(1);
    assert_eq!(hall.book("ann"), Ok(1));
    assert_eq!(hall.book("ben"), Err(BookingError::SoldOut));
    assert_eq!(hall.guest(1), Some("ann"));
    assert_eq!(hall.waiting, ["ben"]);
    assert_eq!(hall.book(""), Err(BookingError::NoName));
}
