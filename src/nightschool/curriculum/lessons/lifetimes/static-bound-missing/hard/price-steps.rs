---
code: E0310
---
//! A price is computed by steps that run one after another.

/// One step of a price computation, in cents.
pub trait Step {
    fn apply(&self, cents: u32) -> u32;

    fn name(&self) -> String {
        String::from("step")
    }
}

pub struct Rebate {
    pub percent: u32,
}

impl Step for Rebate {
    fn apply(&self, cents: u32) -> u32 {
        cents - cents * self.percent / 100
    }

    fn name(&self) -> String {
        format!("rebate {}%", self.percent)
    }
}

pub struct Shipping(pub u32);

impl Step for Shipping {
    fn apply(&self, cents: u32) -> u32 {
        cents + self.0
    }
}

/// Owns its steps; kept in a table of price lists for the whole run.
#[derive(Default)]
pub struct PriceList {
    steps: Vec<Box<dyn Step>>,
}

impl PriceList {
    /// Adds a step after all others.
    pub fn then<S: Step>(mut self, step: S) -> Self {
        self.steps.push(Box::new(step));
        self
    }

    pub fn price(&self, cents: u32) -> u32 {
        self.steps.iter().fold(cents, |cents, step| step.apply(cents))
    }

    pub fn describe(&self) -> String {
        let names: Vec<String> = self.steps.iter().map(|step| step.name()).collect();
        names.join(", ")
    }
}
==== fixed
//! A price is computed by steps that run one after another.

/// One step of a price computation, in cents.
pub trait Step {
    fn apply(&self, cents: u32) -> u32;

    fn name(&self) -> String {
        String::from("step")
    }
}

pub struct Rebate {
    pub percent: u32,
}

impl Step for Rebate {
    fn apply(&self, cents: u32) -> u32 {
        cents - cents * self.percent / 100
    }

    fn name(&self) -> String {
        format!("rebate {}%", self.percent)
    }
}

pub struct Shipping(pub u32);

impl Step for Shipping {
    fn apply(&self, cents: u32) -> u32 {
        cents + self.0
    }
}

/// Owns its steps; kept in a table of price lists for the whole run.
#[derive(Default)]
pub struct PriceList {
    steps: Vec<Box<dyn Step>>,
}

impl PriceList {
    /// Adds a step after all others.
    pub fn then<S: Step + 'static>(mut self, step: S) -> Self {
        self.steps.push(Box::new(step));
        self
    }

    pub fn price(&self, cents: u32) -> u32 {
        self.steps.iter().fold(cents, |cents, step| step.apply(cents))
    }

    pub fn describe(&self) -> String {
        let names: Vec<String> = self.steps.iter().map(|step| step.name()).collect();
        names.join(", ")
    }
}
==== tests
#[test]
fn steps_run_in_order() {
    let list = PriceList::default().then(Rebate { percent: 10 }).then(Shipping(500));
    assert_eq!(list.price(10_000), 9_500);
    assert_eq!(list.describe(), "rebate 10%, step");
    let list = PriceList::default().then(Shipping(500)).then(Rebate { percent: 10 });
    assert_eq!(list.price(9_500), 9_000);
}

#[test]
fn lists_can_be_handed_out() {
    fn list() -> PriceList {
        PriceList::default().then(Shipping(1))
    }
    assert_eq!(list().price(1), 2);
    assert_eq!(PriceList::default().price(7), 7);
}
