---
code: E0277
---
#[derive(Debug, Clone)]
pub struct Patient {
    pub species: String,
    pub kilos: f64,
    pub temperature: f64,
}

/// One check of the zoo's vet: `None` when everything is fine.
pub trait Check {
    fn run(&self, patient: &Patient) -> Option<String>;
}

pub struct Fever(pub f64);
pub struct Underweight(pub f64);

impl Check for Fever {
    fn run(&self, patient: &Patient) -> Option<String> {
        (patient.temperature > self.0).then(|| format!("fever of {:.1}", patient.temperature))
    }
}

impl Check for Underweight {
    fn run(&self, patient: &Patient) -> Option<String> {
        (patient.kilos < self.0).then(|| "underweight".to_string())
    }
}

fn run_check(check: dyn Check, patient: &Patient) -> Option<String> {
    let finding = check.run(patient)?;
    Some(format!("{}: {finding}", patient.species))
}

/// Both checks of the morning round, fever first.
pub fn morning_round(patient: &Patient, fever_above: f64, least_kilos: f64) -> Vec<String> {
    let fever = Fever(fever_above);
    let weight = Underweight(least_kilos);
    let mut findings = Vec::new();
    findings.extend(run_check(fever, patient));
    findings.extend(run_check(weight, patient));
    findings
}
==== fixed
#[derive(Debug, Clone)]
pub struct Patient {
    pub species: String,
    pub kilos: f64,
    pub temperature: f64,
}

/// One check of the zoo's vet: `None` when everything is fine.
pub trait Check {
    fn run(&self, patient: &Patient) -> Option<String>;
}

pub struct Fever(pub f64);
pub struct Underweight(pub f64);

impl Check for Fever {
    fn run(&self, patient: &Patient) -> Option<String> {
        (patient.temperature > self.0).then(|| format!("fever of {:.1}", patient.temperature))
    }
}

impl Check for Underweight {
    fn run(&self, patient: &Patient) -> Option<String> {
        (patient.kilos < self.0).then(|| "underweight".to_string())
    }
}

fn run_check(check: &dyn Check, patient: &Patient) -> Option<String> {
    let finding = check.run(patient)?;
    Some(format!("{}: {finding}", patient.species))
}

/// Both checks of the morning round, fever first.
pub fn morning_round(patient: &Patient, fever_above: f64, least_kilos: f64) -> Vec<String> {
    let fever = Fever(fever_above);
    let weight = Underweight(least_kilos);
    let mut findings = Vec::new();
    findings.extend(run_check(&fever, patient));
    findings.extend(run_check(&weight, patient));
    findings
}
==== tests
fn seal(kilos: f64, temperature: f64) -> Patient {
    Patient { species: "seal".into(), kilos, temperature }
}
#[test]
fn both_findings() {
    assert_eq!(morning_round(&seal(50.0, 39.26), 38.0, 80.0), ["seal: fever of 39.3", "seal: underweight"]);
}
#[test]
fn healthy_and_one() {
    assert!(morning_round(&seal(90.0, 37.0), 38.0, 80.0).is_empty());
    assert_eq!(morning_round(&seal(9.0, 37.0), 38.0, 80.0), ["seal: underweight"]);
}
