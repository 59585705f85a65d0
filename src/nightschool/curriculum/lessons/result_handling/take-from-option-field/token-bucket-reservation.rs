---
code: E0507
---
/// A reservation made for a request that has not been sent yet.
#[derive(Debug, PartialEq, Eq)]
pub struct Reservation {
    pub request: String,
    pub tokens: u32,
}

#[derive(Debug, PartialEq, Eq)]
pub enum LimitError {
    NotEnough { have: u32 },
    AlreadyReserved,
    NothingReserved,
}

pub struct Limiter {
    available: u32,
    reserved: Option<Reservation>,
}

impl Limiter {
    pub fn new(available: u32) -> Self {
        Limiter { available, reserved: None }
    }

    pub fn available(&self) -> u32 {
        self.available
    }

    pub fn reserve(&mut self, request: &str, tokens: u32) -> Result<(), LimitError> {
        if self.reserved.is_some() {
            return Err(LimitError::AlreadyReserved);
        }
        if tokens > self.available {
            return Err(LimitError::NotEnough { have: self.available });
        }
        self.available -= tokens;
        self.reserved = Some(Reservation { request: request.to_string(), tokens });
        Ok(())
    }

    /// Ends the open reservation and hands it to the sender. Afterwards another
    /// request may reserve.
    pub fn commit(&mut self) -> Result<Reservation, LimitError> {
        let reservation = self.reserved.ok_or(LimitError::NothingReserved)?;
        Ok(reservation)
    }

    /// Gives the reserved tokens back.
    pub fn cancel(&mut self) {
        if let Some(reservation) = self.reserved.take() {
            self.available += reservation.tokens;
        }
    }
}
==== fixed
/// A reservation made for a request that has not been sent yet.
#[derive(Debug, PartialEq, Eq)]
pub struct Reservation {
    pub request: String,
    pub tokens: u32,
}

#[derive(Debug, PartialEq, Eq)]
pub enum LimitError {
    NotEnough { have: u32 },
    AlreadyReserved,
    NothingReserved,
}

pub struct Limiter {
    available: u32,
    reserved: Option<Reservation>,
}

impl Limiter {
    pub fn new(available: u32) -> Self {
        Limiter { available, reserved: None }
    }

    pub fn available(&self) -> u32 {
        self.available
    }

    pub fn reserve(&mut self, request: &str, tokens: u32) -> Result<(), LimitError> {
        if self.reserved.is_some() {
            return Err(LimitError::AlreadyReserved);
        }
        if tokens > self.available {
            return Err(LimitError::NotEnough { have: self.available });
        }
        self.available -= tokens;
        self.reserved = Some(Reservation { request: request.to_string(), tokens });
        Ok(())
    }

    /// Ends the open reservation and hands it to the sender. Afterwards another
    /// request may reserve.
    pub fn commit(&mut self) -> Result<Reservation, LimitError> {
        let reservation = self.reserved.take().ok_or(LimitError::NothingReserved)?;
        Ok(reservation)
    }

    /// Gives the reserved tokens back.
    pub fn cancel(&mut self) {
        if let Some(reservation) = self.reserved.take() {
            self.available += reservation.tokens;
        }
    }
}
==== tests
#[test]
fn commit_ends_the_reservation() {
    let mut limiter = Limiter::new(10);
    limiter.reserve("a", 4).unwrap();
    assert_eq!(limiter.commit(), Ok(Reservation { request: "a".to_string(), tokens: 4 }));
    assert_eq!(limiter.commit(), Err(LimitError::NothingReserved));
    assert_eq!(limiter.reserve("b", 6), Ok(()));
    assert_eq!(limiter.available(), 0);
}

#[test]
fn cancel_after_commit_returns_nothing() {
    let mut limiter = Limiter::new(5);
    limiter.reserve("a", 2).unwrap();
    limiter.commit().unwrap();
    limiter.cancel();
    assert_eq!(limiter.available(), 3);
}
