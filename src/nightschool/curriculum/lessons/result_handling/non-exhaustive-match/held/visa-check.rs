---
code: E0004
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visa {
    NotNeeded,
    Days(u32),
    Refused,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Trip {
    pub country: String,
    pub days: u32,
    /// `None` until the embassy has answered.
    pub visa: Option<Visa>,
}

#[derive(Debug, PartialEq)]
pub enum Advice {
    Go,
    Shorten { by: u32 },
    Wait,
    Cancel,
}

/// What to tell the traveller.
pub fn advise(trip: &Trip) -> Advice {
    match (trip.visa, trip.days) {
        (Some(Visa::NotNeeded), _) => Advice::Go,
        (Some(Visa::Days(allowed)), days) if days > allowed => Advice::Shorten { by: days - allowed },
        (Some(Visa::Refused), _) => Advice::Cancel,
        (None, _) => Advice::Wait,
    }
}

pub fn ready(trips: &[Trip]) -> Vec<&str> {
    trips.iter().filter(|t| advise(t) == Advice::Go).map(|t| t.country.as_str()).collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visa {
    NotNeeded,
    Days(u32),
    Refused,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Trip {
    pub country: String,
    pub days: u32,
    /// `None` until the embassy has answered.
    pub visa: Option<Visa>,
}

#[derive(Debug, PartialEq)]
pub enum Advice {
    Go,
    Shorten { by: u32 },
    Wait,
    Cancel,
}

/// What to tell the traveller.
pub fn advise(trip: &Trip) -> Advice {
    match (trip.visa, trip.days) {
        (Some(Visa::NotNeeded), _) => Advice::Go,
        (Some(Visa::Days(allowed)), days) if days > allowed => Advice::Shorten { by: days - allowed },
        (Some(Visa::Days(_)), _) => Advice::Go,
        (Some(Visa::Refused), _) => Advice::Cancel,
        (None, _) => Advice::Wait,
    }
}

pub fn ready(trips: &[Trip]) -> Vec<&str> {
    trips.iter().filter(|t| advise(t) == Advice::Go).map(|t| t.country.as_str()).collect()
}
==== tests
fn trip(visa: Option<Visa>) -> Trip {
    Trip { country: "Peru".into(), days: 30, visa }
}
#[test]
fn visa_long_enough() {
    assert_eq!(advise(&trip(Some(Visa::Days(30)))), Advice::Go);
    assert_eq!(advise(&trip(Some(Visa::Days(90)))), Advice::Go);
    assert_eq!(ready(&[trip(Some(Visa::Days(30)))]), ["Peru"]);
}
#[test]
fn the_rest() {
    assert_eq!(advise(&trip(Some(Visa::Days(21)))), Advice::Shorten { by: 9 });
    assert_eq!(advise(&trip(Some(Visa::NotNeeded))), Advice::Go);
    assert_eq!(advise(&trip(Some(Visa::Refused))), Advice::Cancel);
    assert_eq!(advise(&trip(None)), Advice::Wait);
}
