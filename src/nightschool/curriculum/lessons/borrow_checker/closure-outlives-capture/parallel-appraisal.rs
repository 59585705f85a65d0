---
code: E0373
---
use std::thread::{self, JoinHandle};

#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub id: u32,
    pub damage: u32,
    pub deductible: u32,
}

#[derive(Debug, PartialEq)]
pub struct Appraisal {
    pub region: String,
    pub payout: u32,
}

fn payout(claim: &Claim) -> u32 {
    claim.damage.saturating_sub(claim.deductible)
}

fn start(region: &str, claims: &[Claim]) -> (String, JoinHandle<u32>) {
    let claims: Vec<Claim> = claims.to_vec();
    let label = format!("{region} ({})", claims.len());
    let handle = thread::spawn(|| claims.iter().map(payout).sum());
    (label, handle)
}

/// Appraises the regions at the same time; the results come in the order of the regions.
pub fn appraise(regions: &[(&str, Vec<Claim>)]) -> Vec<Appraisal> {
    let running: Vec<(String, JoinHandle<u32>)> = regions
        .iter()
        .map(|(name, claims)| start(name, claims))
        .collect();
    running
        .into_iter()
        .map(|(region, handle)| Appraisal {
            region,
            payout: handle.join().expect("appraisal failed"),
        })
        .collect()
}
==== fixed
use std::thread::{self, JoinHandle};

#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub id: u32,
    pub damage: u32,
    pub deductible: u32,
}

#[derive(Debug, PartialEq)]
pub struct Appraisal {
    pub region: String,
    pub payout: u32,
}

fn payout(claim: &Claim) -> u32 {
    claim.damage.saturating_sub(claim.deductible)
}

fn start(region: &str, claims: &[Claim]) -> (String, JoinHandle<u32>) {
    let claims: Vec<Claim> = claims.to_vec();
    let label = format!("{region} ({})", claims.len());
    let handle = thread::spawn(move || claims.iter().map(payout).sum());
    (label, handle)
}

/// Appraises the regions at the same time; the results come in the order of the regions.
pub fn appraise(regions: &[(&str, Vec<Claim>)]) -> Vec<Appraisal> {
    let running: Vec<(String, JoinHandle<u32>)> = regions
        .iter()
        .map(|(name, claims)| start(name, claims))
        .collect();
    running
        .into_iter()
        .map(|(region, handle)| Appraisal {
            region,
            payout: handle.join().expect("appraisal failed"),
        })
        .collect()
}
==== tests
fn c(damage: u32, deductible: u32) -> Claim {
    Claim { id: damage, damage, deductible }
}

#[test]
fn sums_per_region_in_order() {
    let got = appraise(&[("north", vec![c(900, 150), c(100, 150)]), ("south", vec![c(400, 0)])]);
    assert_eq!(
        got,
        vec![
            Appraisal { region: "north (2)".into(), payout: 750 },
            Appraisal { region: "south (1)".into(), payout: 400 },
        ]
    );
}

#[test]
fn empty_region() {
    let got = appraise(&[("east", vec![])]);
    assert_eq!(got, vec![Appraisal { region: "east (0)".into(), payout: 0 }]);
    assert!(appraise(&[]).is_empty());
}
