---
code: E0308
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum RotaError {
    NobodyOn(u32),
    SamePerson(String),
}

/// Who is on call on which day.
#[derive(Default)]
pub struct Rota {
    on_call: BTreeMap<u32, String>,
}

impl Rota {
    pub fn assign(&mut self, day: u32, who: &str) -> Option<String> {
        self.on_call.insert(day, who.to_string())
    }

    pub fn who(&self, day: u32) -> Result<String, RotaError> {
        self.on_call.get(&day).cloned().ok_or(RotaError::NobodyOn(day))
    }

    /// Swaps the people of two days. If one of the days has nobody, or both
    /// have the same person, nothing changes.
    pub fn swap(&mut self, a: u32, b: u32) -> Result<(), RotaError> {
        let first: String = self.who(a);
        let second: String = self.who(b);
        if first == second {
            return Err(RotaError::SamePerson(first));
        }
        self.on_call.insert(a, second);
        self.on_call.insert(b, first);
        Ok(())
    }

    pub fn load(&self, who: &str) -> usize {
        self.on_call.values().filter(|name| *name == who).count()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum RotaError {
    NobodyOn(u32),
    SamePerson(String),
}

/// Who is on call on which day.
#[derive(Default)]
pub struct Rota {
    on_call: BTreeMap<u32, String>,
}

impl Rota {
    pub fn assign(&mut self, day: u32, who: &str) -> Option<String> {
        self.on_call.insert(day, who.to_string())
    }

    pub fn who(&self, day: u32) -> Result<String, RotaError> {
        self.on_call.get(&day).cloned().ok_or(RotaError::NobodyOn(day))
    }

    /// Swaps the people of two days. If one of the days has nobody, or both
    /// have the same person, nothing changes.
    pub fn swap(&mut self, a: u32, b: u32) -> Result<(), RotaError> {
        let first: String = self.who(a)?;
        let second: String = self.who(b)?;
        if first == second {
            return Err(RotaError::SamePerson(first));
        }
        self.on_call.insert(a, second);
        self.on_call.insert(b, first);
        Ok(())
    }

    pub fn load(&self, who: &str) -> usize {
        self.on_call.values().filter(|name| *name == who).count()
    }
}
==== tests
fn rota() -> Rota {
    let mut r = Rota::default();
    r.assign(1, "eve");
    r.assign(2, "kim");
    r.assign(3, "eve");
    r
}

#[test]
fn swaps() {
    let mut r = rota();
    assert_eq!(r.swap(1, 2), Ok(()));
    assert_eq!(r.who(1), Ok("kim".to_string()));
    assert_eq!(r.who(2), Ok("eve".to_string()));
    assert_eq!(r.load("eve"), 2);
}

#[test]
fn empty_day_changes_nothing() {
    let mut r = rota();
    assert_eq!(r.swap(1, 7), Err(RotaError::NobodyOn(7)));
    assert_eq!(r.swap(8, 2), Err(RotaError::NobodyOn(8)));
    assert_eq!(r.who(1), Ok("eve".to_string()));
    assert_eq!(r.who(7), Err(RotaError::NobodyOn(7)));
}

#[test]
fn same_person() {
    assert_eq!(rota().swap(1, 3), Err(RotaError::SamePerson("eve".into())));
}
