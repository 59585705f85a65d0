---
code: E0506
---
//! Who cooks on which day of the week, by housemate number.

pub const DAYS: usize = 7;

#[derive(Debug, Clone, PartialEq)]
pub struct Rota {
    cooks: [u8; DAYS],
    shifts: u32,
}

impl Rota {
    pub fn new(cooks: [u8; DAYS]) -> Self {
        Rota { cooks, shifts: 0 }
    }

    /// Everyone cooks one day earlier; whoever had Monday gets Sunday.
    pub fn shift_earlier(&mut self) {
        let monday = &self.cooks[0];
        for day in 1..DAYS {
            self.cooks[day - 1] = self.cooks[day];
        }
        self.cooks[DAYS - 1] = *monday;
        self.shifts += 1;
    }

    pub fn cook_on(&self, day: usize) -> Option<u8> {
        self.cooks.get(day).copied()
    }

    pub fn week(&self) -> Vec<u8> {
        self.cooks.to_vec()
    }

    pub fn shifts(&self) -> u32 {
        self.shifts
    }
}
==== fixed
//! Who cooks on which day of the week, by housemate number.

pub const DAYS: usize = 7;

#[derive(Debug, Clone, PartialEq)]
pub struct Rota {
    cooks: [u8; DAYS],
    shifts: u32,
}

impl Rota {
    pub fn new(cooks: [u8; DAYS]) -> Self {
        Rota { cooks, shifts: 0 }
    }

    /// Everyone cooks one day earlier; whoever had Monday gets Sunday.
    pub fn shift_earlier(&mut self) {
        let monday = self.cooks[0];
        for day in 1..DAYS {
            self.cooks[day - 1] = self.cooks[day];
        }
        self.cooks[DAYS - 1] = monday;
        self.shifts += 1;
    }

    pub fn cook_on(&self, day: usize) -> Option<u8> {
        self.cooks.get(day).copied()
    }

    pub fn week(&self) -> Vec<u8> {
        self.cooks.to_vec()
    }

    pub fn shifts(&self) -> u32 {
        self.shifts
    }
}
==== tests
#[test]
fn monday_goes_to_the_end() {
    let mut rota = Rota::new([1, 2, 3, 4, 5, 6, 7]);
    rota.shift_earlier();
    assert_eq!(rota.week(), [2, 3, 4, 5, 6, 7, 1]);
    rota.shift_earlier();
    assert_eq!(rota.week(), [3, 4, 5, 6, 7, 1, 2]);
    assert_eq!(rota.shifts(), 2);
}

#[test]
fn a_full_turn_changes_nothing() {
    let mut rota = Rota::new([9, 8, 9, 7, 7, 1, 0]);
    for _ in 0..DAYS {
        rota.shift_earlier();
    }
    assert_eq!(rota.week(), [9, 8, 9, 7, 7, 1, 0]);
    assert_eq!(rota.cook_on(7), None);
}
