---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub policy: u32,
    pub damage: u32,
    pub photo: bool,
}

#[derive(Debug, PartialEq)]
pub enum ClaimError {
    NoPhoto { policy: u32 },
    BelowDeductible { policy: u32 },
}

pub struct Tariff {
    pub deductible: u32,
    pub ceiling: u32,
}

impl Tariff {
    /// What is paid for one claim.
    pub fn payout(&self, claim: &Claim) -> Result<u32, ClaimError> {
        let policy = claim.policy;
        if !claim.photo {
            return Err(ClaimError::NoPhoto { policy });
        }
        if claim.damage <= self.deductible {
            return Err(ClaimError::BelowDeductible { policy });
        }
        Ok((claim.damage - self.deductible).min(self.ceiling))
    }

    /// The sum to be transferred for a batch. A batch with a faulty claim goes back to the
    /// clerk with the first fault.
    pub fn batch_total(&self, claims: &[Claim]) -> Result<u32, ClaimError> {
        let total: u32 = claims.iter().map(|claim| self.payout(claim)).sum();
        Ok(total)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub policy: u32,
    pub damage: u32,
    pub photo: bool,
}

#[derive(Debug, PartialEq)]
pub enum ClaimError {
    NoPhoto { policy: u32 },
    BelowDeductible { policy: u32 },
}

pub struct Tariff {
    pub deductible: u32,
    pub ceiling: u32,
}

impl Tariff {
    /// What is paid for one claim.
    pub fn payout(&self, claim: &Claim) -> Result<u32, ClaimError> {
        let policy = claim.policy;
        if !claim.photo {
            return Err(ClaimError::NoPhoto { policy });
        }
        if claim.damage <= self.deductible {
            return Err(ClaimError::BelowDeductible { policy });
        }
        Ok((claim.damage - self.deductible).min(self.ceiling))
    }

    /// The sum to be transferred for a batch. A batch with a faulty claim goes back to the
    /// clerk with the first fault.
    pub fn batch_total(&self, claims: &[Claim]) -> Result<u32, ClaimError> {
        let total: u32 = claims.iter().map(|claim| self.payout(claim)).sum::<Result<u32, _>>()?;
        Ok(total)
    }
}
==== tests
fn c(policy: u32, damage: u32, photo: bool) -> Claim {
    Claim { policy, damage, photo }
}

const T: Tariff = Tariff { deductible: 100, ceiling: 1_000 };

#[test]
fn sums_payouts() {
    assert_eq!(T.batch_total(&[c(1, 300, true), c(2, 5_000, true)]), Ok(1_200));
    assert_eq!(T.batch_total(&[]), Ok(0));
}

#[test]
fn first_fault_sends_the_batch_back() {
    let batch = [c(1, 300, true), c(2, 100, true), c(3, 900, false)];
    assert_eq!(T.batch_total(&batch), Err(ClaimError::BelowDeductible { policy: 2 }));
    assert_eq!(T.batch_total(&batch[2..]), Err(ClaimError::NoPhoto { policy: 3 }));
}
