---
code: E0382
---
//! Parcels on a sorting belt. A damage claim is handled by the office.

#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub reason: String,
    pub cents: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    pub code: String,
    pub claim: Option<Claim>,
}

#[derive(Debug, Default)]
pub struct Belt {
    pub office: Vec<(String, Claim)>,
    pub outgoing: Vec<Parcel>,
}

impl Belt {
    /// A parcel leaves without its claim: the claim is taken off and goes
    /// to the office under the code of the parcel.
    pub fn sort(&mut self, parcel: Parcel) {
        if let Some(claim) = parcel.claim {
            self.office.push((parcel.code.clone(), claim));
        }
        self.outgoing.push(parcel);
    }

    pub fn open_claims(&self) -> u32 {
        self.office.iter().map(|(_, claim)| claim.cents).sum()
    }
}
==== fixed
//! Parcels on a sorting belt. A damage claim is handled by the office.

#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub reason: String,
    pub cents: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    pub code: String,
    pub claim: Option<Claim>,
}

#[derive(Debug, Default)]
pub struct Belt {
    pub office: Vec<(String, Claim)>,
    pub outgoing: Vec<Parcel>,
}

impl Belt {
    /// A parcel leaves without its claim: the claim is taken off and goes
    /// to the office under the code of the parcel.
    pub fn sort(&mut self, mut parcel: Parcel) {
        if let Some(claim) = parcel.claim.take() {
            self.office.push((parcel.code.clone(), claim));
        }
        self.outgoing.push(parcel);
    }

    pub fn open_claims(&self) -> u32 {
        self.office.iter().map(|(_, claim)| claim.cents).sum()
    }
}
==== tests
fn claim() -> Claim {
    Claim { reason: "wet".to_string(), cents: 1250 }
}

#[test]
fn the_claim_comes_off() {
    let mut belt = Belt::default();
    belt.sort(Parcel { code: "A1".to_string(), claim: Some(claim()) });
    assert_eq!(belt.office, [("A1".to_string(), claim())]);
    assert_eq!(belt.outgoing, [Parcel { code: "A1".to_string(), claim: None }]);
    assert_eq!(belt.open_claims(), 1250);
}

#[test]
fn sound_parcels_pass() {
    let mut belt = Belt::default();
    belt.sort(Parcel { code: "B2".to_string(), claim: None });
    assert!(belt.office.is_empty());
    assert_eq!(belt.outgoing.len(), 1);
}
