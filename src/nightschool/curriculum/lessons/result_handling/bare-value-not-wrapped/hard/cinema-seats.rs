---
code: E0308
---
//! Seats in a cinema: one row of names, where `None` is a free seat.

#[derive(Debug, PartialEq)]
pub enum SeatError {
    NoSuchSeat { row: usize, seat: usize },
    Taken { by: String },
}

pub struct Cinema {
    rows: Vec<Vec<Option<String>>>,
}

impl Cinema {
    pub fn new(rows: usize, seats: usize) -> Self {
        Cinema { rows: vec![vec![None; seats]; rows] }
    }

    fn seat(&mut self, row: usize, seat: usize) -> Result<&mut Option<String>, SeatError> {
        self.rows
            .get_mut(row)
            .and_then(|seats| seats.get_mut(seat))
            .ok_or(SeatError::NoSuchSeat { row, seat })
    }

    pub fn book(&mut self, row: usize, seat: usize, name: &str) -> Result<(), SeatError> {
        let place = self.seat(row, seat)?;
        if let Some(by) = place {
            return Err(SeatError::Taken { by: by.clone() });
        }
        *place = Some(name.to_string());
        Ok(())
    }

    /// Moves somebody to another seat, which must be free. Tells the name
    /// of who was moved; nobody is moved from a seat that is free.
    pub fn relocate(
        &mut self,
        from: (usize, usize),
        to: (usize, usize),
    ) -> Result<Option<String>, SeatError> {
        let Some(name) = self.seat(from.0, from.1)?.clone() else {
            return None;
        };
        self.book(to.0, to.1, &name)?;
        *self.seat(from.0, from.1)? = None;
        name
    }
}
==== fixed
//! Seats in a cinema: one row of names, where `None` is a free seat.

#[derive(Debug, PartialEq)]
pub enum SeatError {
    NoSuchSeat { row: usize, seat: usize },
    Taken { by: String },
}

pub struct Cinema {
    rows: Vec<Vec<Option<String>>>,
}

impl Cinema {
    pub fn new(rows: usize, seats: usize) -> Self {
        Cinema { rows: vec![vec![None; seats]; rows] }
    }

    fn seat(&mut self, row: usize, seat: usize) -> Result<&mut Option<String>, SeatError> {
        self.rows
            .get_mut(row)
            .and_then(|seats| seats.get_mut(seat))
            .ok_or(SeatError::NoSuchSeat { row, seat })
    }

    pub fn book(&mut self, row: usize, seat: usize, name: &str) -> Result<(), SeatError> {
        let place = self.seat(row, seat)?;
        if let Some(by) = place {
            return Err(SeatError::Taken { by: by.clone() });
        }
        *place = Some(name.to_string());
        Ok(())
    }

    /// Moves somebody to another seat, which must be free. Tells the name
    /// of who was moved; nobody is moved from a seat that is free.
    pub fn relocate(
        &mut self,
        from: (usize, usize),
        to: (usize, usize),
    ) -> Result<Option<String>, SeatError> {
        let Some(name) = self.seat(from.0, from.1)?.clone() else {
            return Ok(None);
        };
        self.book(to.0, to.1, &name)?;
        *self.seat(from.0, from.1)? = None;
        Ok(Some(name))
    }
}
==== tests
fn cinema() -> Cinema {
    let mut cinema = Cinema::new(2, 3);
    cinema.book(0, 1, "Ida").unwrap();
    cinema.book(1, 1, "Max").unwrap();
    cinema
}

#[test]
fn relocates() {
    let mut cinema = cinema();
    assert_eq!(cinema.relocate((0, 1), (1, 2)), Ok(Some("Ida".to_string())));
    assert_eq!(cinema.book(0, 1, "Eve"), Ok(()));
    assert_eq!(cinema.book(1, 2, "Eve"), Err(SeatError::Taken { by: "Ida".to_string() }));
}

#[test]
fn nobody_there() {
    let mut cinema = cinema();
    assert_eq!(cinema.relocate((0, 0), (1, 1)), Ok(None));
    assert_eq!(cinema.relocate((0, 7), (1, 1)), Err(SeatError::NoSuchSeat { row: 0, seat: 7 }));
}

#[test]
fn the_other_seat_must_be_free() {
    let mut cinema = cinema();
    assert_eq!(cinema.relocate((0, 1), (1, 1)), Err(SeatError::Taken { by: "Max".to_string() }));
    assert_eq!(cinema.book(0, 1, "Eve"), Err(SeatError::Taken { by: "Ida".to_string() }));
}
