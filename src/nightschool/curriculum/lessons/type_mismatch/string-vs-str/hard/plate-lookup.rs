---
code: E0308
---
//! Parking permits by number plate.

#[derive(Debug, Clone, PartialEq)]
pub struct Permit {
    pub plate: String,
    pub zone: char,
}

#[derive(Debug, Default)]
pub struct Permits {
    permits: Vec<Permit>,
}

/// Plates are kept in capitals and without blanks or dashes.
fn normalized(plate: &str) -> String {
    plate
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .flat_map(char::to_uppercase)
        .collect()
}

impl Permits {
    pub fn grant(&mut self, plate: &str, zone: char) {
        self.permits.push(Permit { plate: normalized(plate), zone });
    }

    fn find(&self, plate: &str) -> Option<&Permit> {
        self.permits.iter().find(|permit| permit.plate == plate)
    }

    /// May the car stand in the zone? The warden types the plate by hand.
    pub fn may_park(&self, plate: &str, zone: char) -> bool {
        match self.find(normalized(plate)) {
            Some(permit) => permit.zone == zone,
            None => false,
        }
    }
}
==== fixed
//! Parking permits by number plate.

#[derive(Debug, Clone, PartialEq)]
pub struct Permit {
    pub plate: String,
    pub zone: char,
}

#[derive(Debug, Default)]
pub struct Permits {
    permits: Vec<Permit>,
}

/// Plates are kept in capitals and without blanks or dashes.
fn normalized(plate: &str) -> String {
    plate
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .flat_map(char::to_uppercase)
        .collect()
}

impl Permits {
    pub fn grant(&mut self, plate: &str, zone: char) {
        self.permits.push(Permit { plate: normalized(plate), zone });
    }

    fn find(&self, plate: &str) -> Option<&Permit> {
        self.permits.iter().find(|permit| permit.plate == plate)
    }

    /// May the car stand in the zone? The warden types the plate by hand.
    pub fn may_park(&self, plate: &str, zone: char) -> bool {
        match self.find(&normalized(plate)) {
            Some(permit) => permit.zone == zone,
            None => false,
        }
    }
}
==== tests
#[test]
fn however_the_plate_is_typed() {
    let mut permits = Permits::default();
    permits.grant("hh-ab 12", 'C');
    assert!(permits.may_park("HH AB 12", 'C'));
    assert!(permits.may_park("hhab12", 'C'));
    assert!(permits.may_park("HHAB12", 'C'));
}

#[test]
fn only_in_its_zone() {
    let mut permits = Permits::default();
    permits.grant("B X 1", 'A');
    assert!(!permits.may_park("b-x-1", 'B'));
    assert!(!permits.may_park("", 'A'));
}
