---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum BookingError {
    Full { next_free: u32 },
    TooManyGuests(u8),
    Closed,
}

pub struct House {
    pub free_rooms: Vec<u8>,
    pub open: bool,
    pub next_free: u32,
}

impl House {
    /// Books the first room with enough beds and returns its size.
    pub fn book(&mut self, guests: u8) -> Result<u8, BookingError> {
        if !self.open {
            return Err(BookingError::Closed);
        }
        let largest = self.free_rooms.iter().copied().max();
        match largest {
            None => Err(BookingError::Full { next_free: self.next_free }),
            Some(beds) if beds < guests => Err(BookingError::TooManyGuests(beds)),
            Some(_) if self.free_rooms.iter().any(|b| *b >= guests) => {
                let at = self.free_rooms.iter().position(|b| *b >= guests).unwrap();
                Ok(self.free_rooms.remove(at))
            }
        }
    }
}

pub fn reply(outcome: &Result<u8, BookingError>) -> String {
    match outcome {
        Ok(beds) => format!("room with {beds} beds booked"),
        Err(BookingError::Full { next_free }) => format!("full until day {next_free}"),
        Err(BookingError::TooManyGuests(beds)) => format!("largest room has {beds} beds"),
        Err(BookingError::Closed) => "closed".to_string(),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum BookingError {
    Full { next_free: u32 },
    TooManyGuests(u8),
    Closed,
}

pub struct House {
    pub free_rooms: Vec<u8>,
    pub open: bool,
    pub next_free: u32,
}

impl House {
    /// Books the first room with enough beds and returns its size.
    pub fn book(&mut self, guests: u8) -> Result<u8, BookingError> {
        if !self.open {
            return Err(BookingError::Closed);
        }
        let largest = self.free_rooms.iter().copied().max();
        match largest {
            None => Err(BookingError::Full { next_free: self.next_free }),
            Some(beds) if beds < guests => Err(BookingError::TooManyGuests(beds)),
            Some(_) => {
                let at = self.free_rooms.iter().position(|b| *b >= guests).unwrap();
                Ok(self.free_rooms.remove(at))
            }
        }
    }
}

pub fn reply(outcome: &Result<u8, BookingError>) -> String {
    match outcome {
        Ok(beds) => format!("room with {beds} beds booked"),
        Err(BookingError::Full { next_free }) => format!("full until day {next_free}"),
        Err(BookingError::TooManyGuests(beds)) => format!("largest room has {beds} beds"),
        Err(BookingError::Closed) => "closed".to_string(),
    }
}
==== tests
fn house() -> House {
    House { free_rooms: vec![1, 3, 2], open: true, next_free: 12 }
}

#[test]
fn books_first_fitting_room() {
    let mut h = house();
    assert_eq!(h.book(2), Ok(3));
    assert_eq!(h.book(2), Ok(2));
    assert_eq!(h.book(2), Err(BookingError::TooManyGuests(1)));
    assert_eq!(h.book(1), Ok(1));
    assert_eq!(h.book(1), Err(BookingError::Full { next_free: 12 }));
}

#[test]
fn replies() {
    let mut h = house();
    h.open = false;
    assert_eq!(reply(&h.book(1)), "closed");
    assert_eq!(reply(&Err(BookingError::Full { next_free: 3 })), "full until day 3");
    assert_eq!(reply(&Ok(2)), "room with 2 beds booked");
}
