---
code: E0277
---
pub struct Claim {
    pub amount: u32,
    pub days_since_event: u32,
}

pub trait Check {
    /// `None` when the claim passes, otherwise the reason for refusing it.
    fn objection(&self, claim: &Claim) -> Option<String>;
}

pub struct Limit(pub u32);
pub struct Deadline(pub u32);

impl Check for Limit {
    fn objection(&self, claim: &Claim) -> Option<String> {
        (claim.amount > self.0).then(|| format!("{} over the limit", claim.amount - self.0))
    }
}

impl Check for Deadline {
    fn objection(&self, claim: &Claim) -> Option<String> {
        (claim.days_since_event > self.0).then(|| "too late".to_string())
    }
}

pub fn checks_for(product: &str) -> Vec<Box<dyn Check>> {
    match product {
        "travel" => vec![Box::new(Deadline(30)), Box::new(Limit(500))],
        _ => vec![Box::new(Limit(2_000))],
    }
}

fn first_objection(checks: &[dyn Check], claim: &Claim) -> Option<String> {
    for check in checks {
        if let Some(reason) = check.objection(claim) {
            return Some(reason);
        }
    }
    None
}

/// The decision names the first objection in the order of the product's checks.
pub fn decide(product: &str, claim: &Claim) -> String {
    let checks = checks_for(product);
    match first_objection(&checks, claim) {
        Some(reason) => format!("refused: {reason}"),
        None => format!("paid {}", claim.amount),
    }
}
==== fixed
pub struct Claim {
    pub amount: u32,
    pub days_since_event: u32,
}

pub trait Check {
    /// `None` when the claim passes, otherwise the reason for refusing it.
    fn objection(&self, claim: &Claim) -> Option<String>;
}

pub struct Limit(pub u32);
pub struct Deadline(pub u32);

impl Check for Limit {
    fn objection(&self, claim: &Claim) -> Option<String> {
        (claim.amount > self.0).then(|| format!("{} over the limit", claim.amount - self.0))
    }
}

impl Check for Deadline {
    fn objection(&self, claim: &Claim) -> Option<String> {
        (claim.days_since_event > self.0).then(|| "too late".to_string())
    }
}

pub fn checks_for(product: &str) -> Vec<Box<dyn Check>> {
    match product {
        "travel" => vec![Box::new(Deadline(30)), Box::new(Limit(500))],
        _ => vec![Box::new(Limit(2_000))],
    }
}

fn first_objection(checks: &[Box<dyn Check>], claim: &Claim) -> Option<String> {
    for check in checks {
        if let Some(reason) = check.objection(claim) {
            return Some(reason);
        }
    }
    None
}

/// The decision names the first objection in the order of the product's checks.
pub fn decide(product: &str, claim: &Claim) -> String {
    let checks = checks_for(product);
    match first_objection(&checks, claim) {
        Some(reason) => format!("refused: {reason}"),
        None => format!("paid {}", claim.amount),
    }
}
==== tests
#[test]
fn first_objection_wins() {
    let c = Claim { amount: 700, days_since_event: 31 };
    assert_eq!(decide("travel", &c), "refused: too late");
    let c = Claim { amount: 700, days_since_event: 30 };
    assert_eq!(decide("travel", &c), "refused: 200 over the limit");
}

#[test]
fn clean_claims_are_paid() {
    let c = Claim { amount: 1_900, days_since_event: 90 };
    assert_eq!(decide("home", &c), "paid 1900");
}
