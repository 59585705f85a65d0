---
code: E0507
---
//! Parcels of a courier and what they are insured for.

#[derive(Debug)]
pub struct Policy {
    insurer: String,
    euros: u32,
}

#[derive(Debug)]
pub struct Parcel {
    pub number: u32,
    policy: Option<Policy>,
}

impl Parcel {
    pub fn plain(number: u32) -> Self {
        Parcel { number, policy: None }
    }

    pub fn insured(number: u32, insurer: &str, euros: u32) -> Self {
        Parcel { number, policy: Some(Policy { insurer: insurer.to_string(), euros }) }
    }

    /// What is paid if the parcel is lost: the insured sum,
    /// and the courier's own liability for parcels without a policy.
    pub fn payout(&self) -> u32 {
        self.policy.map_or(LIABILITY, |policy| policy.euros)
    }
}

/// Euros the courier pays for a parcel that nobody insured.
const LIABILITY: u32 = 40;

/// What an insurer owes for a load of parcels.
pub fn owed_by(insurer: &str, load: &[Parcel]) -> u32 {
    load.iter()
        .filter(|parcel| parcel.policy.as_ref().is_some_and(|policy| policy.insurer == insurer))
        .map(Parcel::payout)
        .sum()
}
==== fixed
//! Parcels of a courier and what they are insured for.

#[derive(Debug)]
pub struct Policy {
    insurer: String,
    euros: u32,
}

#[derive(Debug)]
pub struct Parcel {
    pub number: u32,
    policy: Option<Policy>,
}

impl Parcel {
    pub fn plain(number: u32) -> Self {
        Parcel { number, policy: None }
    }

    pub fn insured(number: u32, insurer: &str, euros: u32) -> Self {
        Parcel { number, policy: Some(Policy { insurer: insurer.to_string(), euros }) }
    }

    /// What is paid if the parcel is lost: the insured sum,
    /// and the courier's own liability for parcels without a policy.
    pub fn payout(&self) -> u32 {
        self.policy.as_ref().map_or(LIABILITY, |policy| policy.euros)
    }
}

/// Euros the courier pays for a parcel that nobody insured.
const LIABILITY: u32 = 40;

/// What an insurer owes for a load of parcels.
pub fn owed_by(insurer: &str, load: &[Parcel]) -> u32 {
    load.iter()
        .filter(|parcel| parcel.policy.as_ref().is_some_and(|policy| policy.insurer == insurer))
        .map(Parcel::payout)
        .sum()
}
==== tests
fn load() -> Vec<Parcel> {
    vec![Parcel::plain(1), Parcel::insured(2, "Nord", 300), Parcel::insured(3, "Nord", 0)]
}

#[test]
fn pays_what_is_insured() {
    let payouts: Vec<u32> = load().iter().map(Parcel::payout).collect();
    assert_eq!(payouts, [40, 300, 0]);
}

#[test]
fn sums_by_insurer() {
    let load = load();
    assert_eq!(owed_by("Nord", &load), 300);
    assert_eq!(owed_by("West", &load), 0);
    assert_eq!(load[1].payout() + load[0].payout(), 340);
}
