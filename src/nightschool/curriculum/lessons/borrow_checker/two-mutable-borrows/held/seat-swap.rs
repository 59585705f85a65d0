---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Passenger {
    pub name: String,
    pub seat: String,
}

pub struct Flight {
    passengers: Vec<Passenger>,
}

#[derive(Debug, PartialEq)]
pub enum SwapError {
    NoSuchPassenger(usize),
    SamePassenger,
}

impl Flight {
    pub fn new(passengers: Vec<Passenger>) -> Self {
        Flight { passengers }
    }

    /// Exchanges the seats of two passengers; the order of the list stays as it is.
    pub fn swap_seats(&mut self, a: usize, b: usize) -> Result<(), SwapError> {
        if a == b {
            return Err(SwapError::SamePassenger);
        }
        for index in [a, b] {
            if index >= self.passengers.len() {
                return Err(SwapError::NoSuchPassenger(index));
            }
        }
        let first = &mut self.passengers[a];
        let second = &mut self.passengers[b];
        std::mem::swap(&mut first.seat, &mut second.seat);
        Ok(())
    }

    pub fn seat_of(&self, name: &str) -> Option<&str> {
        self.passengers.iter().find(|p| p.name == name).map(|p| p.seat.as_str())
    }

    pub fn names(&self) -> Vec<&str> {
        self.passengers.iter().map(|p| p.name.as_str()).collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Passenger {
    pub name: String,
    pub seat: String,
}

pub struct Flight {
    passengers: Vec<Passenger>,
}

#[derive(Debug, PartialEq)]
pub enum SwapError {
    NoSuchPassenger(usize),
    SamePassenger,
}

impl Flight {
    pub fn new(passengers: Vec<Passenger>) -> Self {
        Flight { passengers }
    }

    /// Exchanges the seats of two passengers; the order of the list stays as it is.
    pub fn swap_seats(&mut self, a: usize, b: usize) -> Result<(), SwapError> {
        if a == b {
            return Err(SwapError::SamePassenger);
        }
        for index in [a, b] {
            if index >= self.passengers.len() {
                return Err(SwapError::NoSuchPassenger(index));
            }
        }
        let (low, high) = (a.min(b), a.max(b));
        let (head, tail) = self.passengers.split_at_mut(high);
        let first = &mut head[low];
        let second = &mut tail[0];
        std::mem::swap(&mut first.seat, &mut second.seat);
        Ok(())
    }

    pub fn seat_of(&self, name: &str) -> Option<&str> {
        self.passengers.iter().find(|p| p.name == name).map(|p| p.seat.as_str())
    }

    pub fn names(&self) -> Vec<&str> {
        self.passengers.iter().map(|p| p.name.as_str()).collect()
    }
}
==== tests
fn flight() -> Flight {
    let p = |n: &str, s: &str| Passenger { name: n.into(), seat: s.into() };
    Flight::new(vec![p("Ada", "1A"), p("Ben", "2B"), p("Cleo", "3C")])
}
#[test]
fn swaps_seats_not_people() {
    let mut f = flight();
    assert_eq!(f.swap_seats(0, 2), Ok(()));
    assert_eq!(f.seat_of("Ada"), Some("3C"));
    assert_eq!(f.seat_of("Cleo"), Some("1A"));
    assert_eq!(f.names(), ["Ada", "Ben", "Cleo"]);
}
#[test]
fn swaps_in_either_order() {
    let mut f = flight();
    assert_eq!(f.swap_seats(1, 0), Ok(()));
    assert_eq!(f.seat_of("Ada"), Some("2B"));
    assert_eq!(f.seat_of("Ben"), Some("1A"));
}
#[test]
fn refuses_bad_indices() {
    let mut f = flight();
    assert_eq!(f.swap_seats(1, 1), Err(SwapError::SamePassenger));
    assert_eq!(f.swap_seats(0, 9), Err(SwapError::NoSuchPassenger(9)));
}
