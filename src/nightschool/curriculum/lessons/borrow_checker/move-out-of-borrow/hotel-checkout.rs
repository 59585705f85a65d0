---
code: E0507
---
#[derive(Debug, Default)]
pub struct Room {
    pub number: u16,
    pub guests: Vec<String>,
    pub needs_cleaning: bool,
}

#[derive(Debug, PartialEq)]
pub struct Departure {
    pub room: u16,
    pub guests: Vec<String>,
}

pub struct Hotel {
    rooms: Vec<Room>,
}

impl Hotel {
    pub fn with_rooms(numbers: &[u16]) -> Self {
        let rooms = numbers
            .iter()
            .map(|&number| Room { number, ..Room::default() })
            .collect();
        Hotel { rooms }
    }

    pub fn check_in(&mut self, number: u16, guest: &str) {
        if let Some(room) = self.rooms.iter_mut().find(|r| r.number == number) {
            room.guests.push(guest.to_string());
        }
    }

    /// Empties the room and marks it for cleaning.
    pub fn check_out(&mut self, number: u16) -> Option<Departure> {
        let room = self.rooms.iter_mut().find(|r| r.number == number)?;
        if room.guests.is_empty() {
            return None;
        }
        room.needs_cleaning = true;
        Some(Departure {
            room: room.number,
            guests: room.guests,
        })
    }

    pub fn occupied(&self) -> usize {
        self.rooms.iter().filter(|r| !r.guests.is_empty()).count()
    }

    pub fn to_clean(&self) -> Vec<u16> {
        self.rooms.iter().filter(|r| r.needs_cleaning).map(|r| r.number).collect()
    }
}
==== fixed
#[derive(Debug, Default)]
pub struct Room {
    pub number: u16,
    pub guests: Vec<String>,
    pub needs_cleaning: bool,
}

#[derive(Debug, PartialEq)]
pub struct Departure {
    pub room: u16,
    pub guests: Vec<String>,
}

pub struct Hotel {
    rooms: Vec<Room>,
}

impl Hotel {
    pub fn with_rooms(numbers: &[u16]) -> Self {
        let rooms = numbers
            .iter()
            .map(|&number| Room { number, ..Room::default() })
            .collect();
        Hotel { rooms }
    }

    pub fn check_in(&mut self, number: u16, guest: &str) {
        if let Some(room) = self.rooms.iter_mut().find(|r| r.number == number) {
            room.guests.push(guest.to_string());
        }
    }

    /// Empties the room and marks it for cleaning.
    pub fn check_out(&mut self, number: u16) -> Option<Departure> {
        let room = self.rooms.iter_mut().find(|r| r.number == number)?;
        if room.guests.is_empty() {
            return None;
        }
        room.needs_cleaning = true;
        Some(Departure {
            room: room.number,
            guests: std::mem::take(&mut room.guests),
        })
    }

    pub fn occupied(&self) -> usize {
        self.rooms.iter().filter(|r| !r.guests.is_empty()).count()
    }

    pub fn to_clean(&self) -> Vec<u16> {
        self.rooms.iter().filter(|r| r.needs_cleaning).map(|r| r.number).collect()
    }
}
==== tests
#[test]
fn guests_leave() {
    let mut h = Hotel::with_rooms(&[11, 12]);
    h.check_in(12, "Ana");
    h.check_in(12, "Luis");
    h.check_in(11, "Kim");
    let d = h.check_out(12).unwrap();
    assert_eq!(d, Departure { room: 12, guests: vec!["Ana".into(), "Luis".into()] });
    assert_eq!(h.occupied(), 1);
    assert_eq!(h.to_clean(), vec![12]);
}

#[test]
fn second_checkout_finds_nobody() {
    let mut h = Hotel::with_rooms(&[11]);
    h.check_in(11, "Kim");
    assert!(h.check_out(11).is_some());
    assert!(h.check_out(11).is_none());
    assert!(h.check_out(40).is_none());
}
