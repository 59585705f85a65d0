---
code: E0106
---
#[derive(Debug, PartialEq)]
pub struct Patient {
    pub name: String,
    pub ward: String,
    pub urgency: u8,
}

/// The patient of `ward` who must be seen first; of equally urgent ones the first in the list.
pub fn next_patient(patients: &[Patient], ward: &str) -> Option<&Patient> {
    let mut best: Option<&Patient> = None;
    for patient in patients.iter().filter(|p| p.ward == ward) {
        match best {
            Some(seen) if seen.urgency >= patient.urgency => {}
            _ => best = Some(patient),
        }
    }
    best
}

pub fn call_out(patients: &[Patient], corridor: &[u8]) -> Vec<String> {
    let mut calls = Vec::new();
    for number in corridor {
        let chosen = {
            let ward = format!("W{number}");
            next_patient(patients, &ward)
        };
        match chosen {
            Some(p) => calls.push(format!("{} to {}", p.name, p.ward)),
            None => calls.push(format!("W{number} idle")),
        }
    }
    calls
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Patient {
    pub name: String,
    pub ward: String,
    pub urgency: u8,
}

/// The patient of `ward` who must be seen first; of equally urgent ones the first in the list.
pub fn next_patient<'a>(patients: &'a [Patient], ward: &str) -> Option<&'a Patient> {
    let mut best: Option<&Patient> = None;
    for patient in patients.iter().filter(|p| p.ward == ward) {
        match best {
            Some(seen) if seen.urgency >= patient.urgency => {}
            _ => best = Some(patient),
        }
    }
    best
}

pub fn call_out(patients: &[Patient], corridor: &[u8]) -> Vec<String> {
    let mut calls = Vec::new();
    for number in corridor {
        let chosen = {
            let ward = format!("W{number}");
            next_patient(patients, &ward)
        };
        match chosen {
            Some(p) => calls.push(format!("{} to {}", p.name, p.ward)),
            None => calls.push(format!("W{number} idle")),
        }
    }
    calls
}
==== tests
fn p(name: &str, ward: &str, urgency: u8) -> Patient {
    Patient { name: name.into(), ward: ward.into(), urgency }
}

#[test]
fn most_urgent_first() {
    let list = [p("Ada", "W1", 2), p("Ben", "W1", 5), p("Cleo", "W2", 3), p("Dov", "W1", 5)];
    assert_eq!(call_out(&list, &[1, 2, 3]), vec!["Ben to W1", "Cleo to W2", "W3 idle"]);
}

#[test]
fn ward_name_may_be_short_lived() {
    let list = [p("Ada", "W1", 2)];
    let found = {
        let ward = String::from("W1");
        next_patient(&list, &ward)
    };
    assert_eq!(found.map(|p| p.name.as_str()), Some("Ada"));
}
