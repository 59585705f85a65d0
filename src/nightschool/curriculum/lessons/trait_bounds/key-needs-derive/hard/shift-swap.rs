---
code: E0277
---
//! Swapping shifts among nurses.

/// A shift: a day of the month, and the hour at which it begins. Two shifts
/// of one day are different shifts.
#[derive(Debug, Clone, Copy)]
pub struct Shift {
    pub day: u8,
    pub hour: u8,
}

#[derive(Debug)]
pub struct Nurse {
    pub name: String,
    pub shifts: Vec<Shift>,
}

/// Why a swap cannot be.
#[derive(Debug, PartialEq)]
pub enum Refused {
    NotYours,
    AlreadyThere,
}

/// Gives `shift` from one nurse to another, who may have it only once.
/// Nothing changes if the swap is refused.
pub fn hand_over(from: &mut Nurse, to: &mut Nurse, shift: Shift) -> Result<(), Refused> {
    if !from.shifts.contains(&shift) {
        return Err(Refused::NotYours);
    }
    if to.shifts.contains(&shift) {
        return Err(Refused::AlreadyThere);
    }
    from.shifts.retain(|kept| (kept.day, kept.hour) != (shift.day, shift.hour));
    to.shifts.push(shift);
    Ok(())
}
==== fixed
//! Swapping shifts among nurses.

/// A shift: a day of the month, and the hour at which it begins. Two shifts
/// of one day are different shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    pub day: u8,
    pub hour: u8,
}

#[derive(Debug)]
pub struct Nurse {
    pub name: String,
    pub shifts: Vec<Shift>,
}

/// Why a swap cannot be.
#[derive(Debug, PartialEq)]
pub enum Refused {
    NotYours,
    AlreadyThere,
}

/// Gives `shift` from one nurse to another, who may have it only once.
/// Nothing changes if the swap is refused.
pub fn hand_over(from: &mut Nurse, to: &mut Nurse, shift: Shift) -> Result<(), Refused> {
    if !from.shifts.contains(&shift) {
        return Err(Refused::NotYours);
    }
    if to.shifts.contains(&shift) {
        return Err(Refused::AlreadyThere);
    }
    from.shifts.retain(|kept| (kept.day, kept.hour) != (shift.day, shift.hour));
    to.shifts.push(shift);
    Ok(())
}
==== tests
fn nurse(name: &str, shifts: &[(u8, u8)]) -> Nurse {
    let shifts = shifts.iter().map(|&(day, hour)| Shift { day, hour }).collect();
    Nurse { name: name.to_string(), shifts }
}

fn hours(nurse: &Nurse) -> Vec<(u8, u8)> {
    nurse.shifts.iter().map(|shift| (shift.day, shift.hour)).collect()
}

#[test]
fn a_shift_changes_hands() {
    let (mut eve, mut kim) = (nurse("eve", &[(3, 6), (3, 22)]), nurse("kim", &[(3, 14), (4, 6)]));
    assert_eq!(hand_over(&mut eve, &mut kim, Shift { day: 3, hour: 6 }), Ok(()));
    assert_eq!(hours(&eve), [(3, 22)]);
    assert_eq!(hours(&kim), [(3, 14), (4, 6), (3, 6)]);
}

#[test]
fn the_same_day_is_not_the_same_shift() {
    let (mut eve, mut kim) = (nurse("eve", &[(3, 6)]), nurse("kim", &[(5, 6)]));
    assert_eq!(hand_over(&mut eve, &mut kim, Shift { day: 3, hour: 22 }), Err(Refused::NotYours));
    assert_eq!(hand_over(&mut eve, &mut kim, Shift { day: 5, hour: 6 }), Err(Refused::NotYours));
    assert_eq!(hours(&eve), [(3, 6)]);
}

#[test]
fn nobody_has_a_shift_twice() {
    let (mut eve, mut kim) = (nurse("eve", &[(3, 6)]), nurse("kim", &[(3, 6)]));
    assert_eq!(hand_over(&mut eve, &mut kim, Shift { day: 3, hour: 6 }), Err(Refused::AlreadyThere));
    assert_eq!(hours(&kim).len(), 1);
}
