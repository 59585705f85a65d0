---
code: E0061
---
//! Bookings of a guest house. Days are counted from New Year.

#[derive(Debug, Clone, PartialEq)]
pub struct Stay {
    pub room: u32,
    pub first_day: u32,
    pub nights: u32,
    pub guests: u32,
}

#[derive(Debug, Clone, Copy)]
pub struct Wish {
    pub first_day: u32,
    pub nights: u32,
    pub guests: u32,
}

#[derive(Debug, Default)]
pub struct House {
    pub stays: Vec<Stay>,
    pub rooms: u32,
}

impl House {
    fn is_free(&self, room: u32, first_day: u32, nights: u32) -> bool {
        self.stays.iter().filter(|stay| stay.room == room).all(|stay| {
            first_day >= stay.first_day + stay.nights || stay.first_day >= first_day + nights
        })
    }

    fn enter(&mut self, room: u32, first_day: u32, nights: u32, guests: u32) {
        self.stays.push(Stay { room, first_day, nights, guests });
    }

    /// Books the first room that is free for the whole stay.
    pub fn book(&mut self, wish: Wish) -> Option<u32> {
        let Wish { first_day, nights, guests } = wish;
        let room = (1..=self.rooms).find(|&room| self.is_free(room, first_day, nights))?;
        self.enter(room, first_day, guests);
        Some(room)
    }
}
==== fixed
//! Bookings of a guest house. Days are counted from New Year.

#[derive(Debug, Clone, PartialEq)]
pub struct Stay {
    pub room: u32,
    pub first_day: u32,
    pub nights: u32,
    pub guests: u32,
}

#[derive(Debug, Clone, Copy)]
pub struct Wish {
    pub first_day: u32,
    pub nights: u32,
    pub guests: u32,
}

#[derive(Debug, Default)]
pub struct House {
    pub stays: Vec<Stay>,
    pub rooms: u32,
}

impl House {
    fn is_free(&self, room: u32, first_day: u32, nights: u32) -> bool {
        self.stays.iter().filter(|stay| stay.room == room).all(|stay| {
            first_day >= stay.first_day + stay.nights || stay.first_day >= first_day + nights
        })
    }

    fn enter(&mut self, room: u32, first_day: u32, nights: u32, guests: u32) {
        self.stays.push(Stay { room, first_day, nights, guests });
    }

    /// Books the first room that is free for the whole stay.
    pub fn book(&mut self, wish: Wish) -> Option<u32> {
        let Wish { first_day, nights, guests } = wish;
        let room = (1..=self.rooms).find(|&room| self.is_free(room, first_day, nights))?;
        self.enter(room, first_day, nights, guests);
        Some(room)
    }
}
==== tests
fn wish(first_day: u32, nights: u32, guests: u32) -> Wish {
    Wish { first_day, nights, guests }
}

#[test]
fn enters_the_stay_as_wished() {
    let mut house = House { rooms: 2, ..House::default() };
    assert_eq!(house.book(wish(40, 7, 3)), Some(1));
    assert_eq!(house.stays, [Stay { room: 1, first_day: 40, nights: 7, guests: 3 }]);
}

#[test]
fn rooms_are_taken_for_all_nights() {
    let mut house = House { rooms: 2, ..House::default() };
    assert_eq!(house.book(wish(10, 5, 1)), Some(1));
    assert_eq!(house.book(wish(14, 2, 4)), Some(2));
    assert_eq!(house.book(wish(15, 1, 2)), Some(1));
    assert_eq!(house.book(wish(13, 2, 2)), None);
}
