---
code: E0599
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Dose {
    pub drug: String,
    pub milligrams: u32,
    pub hour: u32,
}

#[derive(Default)]
pub struct Chart {
    doses: HashMap<u32, Vec<Dose>>,
}

impl Chart {
    pub fn give(&mut self, patient: u32, drug: &str, milligrams: u32, hour: u32) {
        self.doses.entry(patient).or_default().push(Dose {
            drug: drug.to_string(),
            milligrams,
            hour,
        });
    }

    fn last_dose(&self, patient: u32, drug: &str) -> Option<&Dose> {
        self.doses
            .get(&patient)?
            .iter()
            .rev()
            .find(|dose| dose.drug == drug)
    }

    /// Hours since the drug was last given; `None` when it never was.
    pub fn hours_since(&self, patient: u32, drug: &str, now: u32) -> Option<u32> {
        let last = self.last_dose(patient, drug);
        Some(now.saturating_sub(last.hour()))
    }
}

impl Dose {
    /// The hour the dose counts from: large doses act two hours late.
    pub fn hour(&self) -> u32 {
        if self.milligrams >= 500 { self.hour + 2 } else { self.hour }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Dose {
    pub drug: String,
    pub milligrams: u32,
    pub hour: u32,
}

#[derive(Default)]
pub struct Chart {
    doses: HashMap<u32, Vec<Dose>>,
}

impl Chart {
    pub fn give(&mut self, patient: u32, drug: &str, milligrams: u32, hour: u32) {
        self.doses.entry(patient).or_default().push(Dose {
            drug: drug.to_string(),
            milligrams,
            hour,
        });
    }

    fn last_dose(&self, patient: u32, drug: &str) -> Option<&Dose> {
        self.doses
            .get(&patient)?
            .iter()
            .rev()
            .find(|dose| dose.drug == drug)
    }

    /// Hours since the drug was last given; `None` when it never was.
    pub fn hours_since(&self, patient: u32, drug: &str, now: u32) -> Option<u32> {
        let last = self.last_dose(patient, drug)?;
        Some(now.saturating_sub(last.hour()))
    }
}

impl Dose {
    /// The hour the dose counts from: large doses act two hours late.
    pub fn hour(&self) -> u32 {
        if self.milligrams >= 500 { self.hour + 2 } else { self.hour }
    }
}
==== tests
fn chart() -> Chart {
    let mut c = Chart::default();
    c.give(1, "ibuprofen", 200, 4);
    c.give(1, "paracetamol", 500, 5);
    c.give(1, "ibuprofen", 200, 9);
    c
}

#[test]
fn counts_from_the_last_dose() {
    assert_eq!(chart().hours_since(1, "ibuprofen", 12), Some(3));
    assert_eq!(chart().hours_since(1, "paracetamol", 12), Some(5));
}

#[test]
fn never_given() {
    assert_eq!(chart().hours_since(1, "aspirin", 12), None);
    assert_eq!(chart().hours_since(2, "ibuprofen", 12), None);
}
