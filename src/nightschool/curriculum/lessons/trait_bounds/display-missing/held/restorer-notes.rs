---
code: E0277
---
use std::error::Error;
use std::fmt;

#[derive(Debug)]
pub enum Damage {
    Crack { millimetres: u32 },
    Mould,
}

/// Why a work cannot be shown. The restorers file it as
/// `no. 12: crack of 3 mm` or `no. 12: mould`.
#[derive(Debug)]
pub struct NotFit {
    pub number: u32,
    pub damage: Damage,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Damage::Crack { millimetres } => write!(f, "crack of {millimetres} mm"),
            Damage::Mould => f.write_str("mould"),
        }
    }
}

impl Error for NotFit {}

/// Works may be shown with cracks of less than two millimetres.
pub fn inspect(number: u32, crack: u32, mould: bool) -> Result<u32, Box<dyn Error>> {
    if mould {
        return Err(Box::new(NotFit { number, damage: Damage::Mould }));
    }
    if crack >= 2 {
        return Err(Box::new(NotFit { number, damage: Damage::Crack { millimetres: crack } }));
    }
    Ok(number)
}

pub fn note(number: u32, crack: u32, mould: bool) -> String {
    inspect(number, crack, mould).map_or_else(|e| e.to_string(), |n| format!("no. {n}: fine"))
}
==== fixed
use std::error::Error;
use std::fmt;

#[derive(Debug)]
pub enum Damage {
    Crack { millimetres: u32 },
    Mould,
}

/// Why a work cannot be shown. The restorers file it as
/// `no. 12: crack of 3 mm` or `no. 12: mould`.
#[derive(Debug)]
pub struct NotFit {
    pub number: u32,
    pub damage: Damage,
}

impl fmt::Display for NotFit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no. {}: {}", self.number, self.damage)
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Damage::Crack { millimetres } => write!(f, "crack of {millimetres} mm"),
            Damage::Mould => f.write_str("mould"),
        }
    }
}

impl Error for NotFit {}

/// Works may be shown with cracks of less than two millimetres.
pub fn inspect(number: u32, crack: u32, mould: bool) -> Result<u32, Box<dyn Error>> {
    if mould {
        return Err(Box::new(NotFit { number, damage: Damage::Mould }));
    }
    if crack >= 2 {
        return Err(Box::new(NotFit { number, damage: Damage::Crack { millimetres: crack } }));
    }
    Ok(number)
}

pub fn note(number: u32, crack: u32, mould: bool) -> String {
    inspect(number, crack, mould).map_or_else(|e| e.to_string(), |n| format!("no. {n}: fine"))
}
==== tests
#[test]
fn notes_as_filed() {
    assert_eq!(note(12, 3, false), "no. 12: crack of 3 mm");
    assert_eq!(note(4, 0, true), "no. 4: mould");
    assert_eq!(note(5, 1, false), "no. 5: fine");
}
#[test]
fn error_kind_kept() {
    let e = inspect(7, 0, true).unwrap_err();
    assert!(e.downcast_ref::<NotFit>().is_some());
}
