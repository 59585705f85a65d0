---
code: E0053
---
/// Rules that change an employee's pay one after the other.
pub trait PayRule {
    fn apply(&mut self, gross_cents: u64) -> u64;
    fn used(&self) -> u32;
}

/// Adds a fixed bonus, but only for so many payslips.
pub struct Bonus {
    pub cents: u64,
    pub left: u32,
    pub given: u32,
}

/// Cuts everything above the ceiling.
pub struct Ceiling {
    pub cents: u64,
    pub cuts: u32,
}

impl PayRule for Bonus {
    fn apply(&mut self, gross_cents: u64) -> u64 {
        if self.left == 0 {
            return gross_cents;
        }
        self.left -= 1;
        self.given += 1;
        gross_cents + self.cents
    }

    fn used(&self) -> u32 {
        self.given
    }
}

impl PayRule for Ceiling {
    fn apply(&mut self, gross_cents: u32) -> u64 {
        let gross = u64::from(gross_cents);
        if gross > self.cents {
            self.cuts += 1;
            return self.cents;
        }
        gross
    }

    fn used(&self) -> u32 {
        self.cuts
    }
}

pub fn pay(rules: &mut [Box<dyn PayRule>], gross_cents: u64) -> u64 {
    rules.iter_mut().fold(gross_cents, |sum, rule| rule.apply(sum))
}
==== fixed
/// Rules that change an employee's pay one after the other.
pub trait PayRule {
    fn apply(&mut self, gross_cents: u64) -> u64;
    fn used(&self) -> u32;
}

/// Adds a fixed bonus, but only for so many payslips.
pub struct Bonus {
    pub cents: u64,
    pub left: u32,
    pub given: u32,
}

/// Cuts everything above the ceiling.
pub struct Ceiling {
    pub cents: u64,
    pub cuts: u32,
}

impl PayRule for Bonus {
    fn apply(&mut self, gross_cents: u64) -> u64 {
        if self.left == 0 {
            return gross_cents;
        }
        self.left -= 1;
        self.given += 1;
        gross_cents + self.cents
    }

    fn used(&self) -> u32 {
        self.given
    }
}

impl PayRule for Ceiling {
    fn apply(&mut self, gross_cents: u64) -> u64 {
        if gross_cents > self.cents {
            self.cuts += 1;
            return self.cents;
        }
        gross_cents
    }

    fn used(&self) -> u32 {
        self.cuts
    }
}

pub fn pay(rules: &mut [Box<dyn PayRule>], gross_cents: u64) -> u64 {
    rules.iter_mut().fold(gross_cents, |sum, rule| rule.apply(sum))
}
==== tests
fn rules() -> Vec<Box<dyn PayRule>> {
    vec![
        Box::new(Bonus { cents: 500, left: 1, given: 0 }),
        Box::new(Ceiling { cents: 2_000, cuts: 0 }),
    ]
}

#[test]
fn rules_in_order() {
    let mut r = rules();
    assert_eq!(pay(&mut r, 1_800), 2_000);
    assert_eq!(pay(&mut r, 1_800), 1_800);
    assert_eq!((r[0].used(), r[1].used()), (1, 1));
}

#[test]
fn large_amounts_are_not_cut_short() {
    let big = u64::from(u32::MAX) + 11;
    let mut r: Vec<Box<dyn PayRule>> = vec![Box::new(Ceiling { cents: big, cuts: 0 })];
    assert_eq!(pay(&mut r, big - 1), big - 1);
    assert_eq!(pay(&mut r, big), big);
    assert_eq!(pay(&mut r, big + 5), big);
    assert_eq!(r[0].used(), 1);
}
