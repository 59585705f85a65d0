---
code: E0277
---
//! Which doctor looks after which patient.

use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum WardError {
    UnknownPatient(u32),
    /// A patient is assigned to a doctor who is not on the staff list.
    Inconsistent { doctor: u32 },
}

#[derive(Default)]
pub struct Ward {
    pub patients: HashMap<u32, String>,
    pub doctor_of: HashMap<u32, u32>,
    pub staff: HashMap<u32, String>,
}

impl Ward {
    fn patient(&self, id: u32) -> Result<&str, WardError> {
        self.patients.get(&id).map(String::as_str).ok_or(WardError::UnknownPatient(id))
    }

    /// The name of the doctor who looks after a patient. It is nothing
    /// unusual that a patient waits for one: then there is no name.
    pub fn doctor_name(&self, patient: u32) -> Result<Option<&str>, WardError> {
        self.patient(patient)?;
        let doctor = *self.doctor_of.get(&patient)?;
        match self.staff.get(&doctor) {
            Some(name) => Ok(Some(name)),
            None => Err(WardError::Inconsistent { doctor }),
        }
    }

    /// A line for the door of the patient's room.
    pub fn door_sign(&self, patient: u32) -> Result<String, WardError> {
        let name = self.patient(patient)?;
        Ok(match self.doctor_name(patient)? {
            Some(doctor) => format!("{name} ({doctor})"),
            None => name.to_string(),
        })
    }
}
==== fixed
//! Which doctor looks after which patient.

use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum WardError {
    UnknownPatient(u32),
    /// A patient is assigned to a doctor who is not on the staff list.
    Inconsistent { doctor: u32 },
}

#[derive(Default)]
pub struct Ward {
    pub patients: HashMap<u32, String>,
    pub doctor_of: HashMap<u32, u32>,
    pub staff: HashMap<u32, String>,
}

impl Ward {
    fn patient(&self, id: u32) -> Result<&str, WardError> {
        self.patients.get(&id).map(String::as_str).ok_or(WardError::UnknownPatient(id))
    }

    /// The name of the doctor who looks after a patient. It is nothing
    /// unusual that a patient waits for one: then there is no name.
    pub fn doctor_name(&self, patient: u32) -> Result<Option<&str>, WardError> {
        self.patient(patient)?;
        let Some(&doctor) = self.doctor_of.get(&patient) else {
            return Ok(None);
        };
        match self.staff.get(&doctor) {
            Some(name) => Ok(Some(name)),
            None => Err(WardError::Inconsistent { doctor }),
        }
    }

    /// A line for the door of the patient's room.
    pub fn door_sign(&self, patient: u32) -> Result<String, WardError> {
        let name = self.patient(patient)?;
        Ok(match self.doctor_name(patient)? {
            Some(doctor) => format!("{name} ({doctor})"),
            None => name.to_string(),
        })
    }
}
==== tests
fn ward() -> Ward {
    let mut ward = Ward::default();
    for (id, name) in [(1, "Ames"), (2, "Berg"), (3, "Cole")] {
        ward.patients.insert(id, name.to_string());
    }
    ward.staff.insert(50, "Dr. Watts".to_string());
    ward.doctor_of.insert(1, 50);
    ward.doctor_of.insert(3, 51);
    ward
}

#[test]
fn names_the_doctor() {
    assert_eq!(ward().doctor_name(1), Ok(Some("Dr. Watts")));
    assert_eq!(ward().door_sign(1).unwrap(), "Ames (Dr. Watts)");
}

#[test]
fn some_wait_for_a_doctor() {
    assert_eq!(ward().doctor_name(2), Ok(None));
    assert_eq!(ward().door_sign(2).unwrap(), "Berg");
}

#[test]
fn wrong_entries() {
    assert_eq!(ward().doctor_name(9), Err(WardError::UnknownPatient(9)));
    assert_eq!(ward().doctor_name(3), Err(WardError::Inconsistent { doctor: 51 }));
}
