---
code: E0277
---
pub trait Discount {
    fn name(&self) -> String;
    fn off(&self, cents: u32) -> u32;
}

pub struct Percent(pub u32);
pub struct Voucher {
    pub code: String,
    pub cents: u32,
}

impl Discount for Percent {
    fn name(&self) -> String {
        format!("{}%", self.0)
    }
    fn off(&self, cents: u32) -> u32 {
        cents * self.0 / 100
    }
}

impl Discount for Voucher {
    fn name(&self) -> String {
        self.code.clone()
    }
    fn off(&self, cents: u32) -> u32 {
        self.cents.min(cents)
    }
}

fn line(discount: &dyn Discount, cents: u32) -> String {
    format!("{} -{}", discount.name(), discount.off(cents))
}

fn apply(discount: dyn Discount, cents: u32) -> (u32, String) {
    (cents - discount.off(cents), line(&discount, cents))
}

/// The percentage comes off first, the voucher off what is left.
pub fn till(cents: u32, percent: u32, voucher: Option<Voucher>) -> (u32, Vec<String>) {
    let (mut left, first) = apply(Percent(percent), cents);
    let mut lines = vec![first];
    if let Some(voucher) = voucher {
        let (rest, next) = apply(voucher, left);
        left = rest;
        lines.push(next);
    }
    (left, lines)
}
==== fixed
pub trait Discount {
    fn name(&self) -> String;
    fn off(&self, cents: u32) -> u32;
}

pub struct Percent(pub u32);
pub struct Voucher {
    pub code: String,
    pub cents: u32,
}

impl Discount for Percent {
    fn name(&self) -> String {
        format!("{}%", self.0)
    }
    fn off(&self, cents: u32) -> u32 {
        cents * self.0 / 100
    }
}

impl Discount for Voucher {
    fn name(&self) -> String {
        self.code.clone()
    }
    fn off(&self, cents: u32) -> u32 {
        self.cents.min(cents)
    }
}

fn line(discount: &dyn Discount, cents: u32) -> String {
    format!("{} -{}", discount.name(), discount.off(cents))
}

fn apply(discount: &dyn Discount, cents: u32) -> (u32, String) {
    (cents - discount.off(cents), line(discount, cents))
}

/// The percentage comes off first, the voucher off what is left.
pub fn till(cents: u32, percent: u32, voucher: Option<Voucher>) -> (u32, Vec<String>) {
    let (mut left, first) = apply(&Percent(percent), cents);
    let mut lines = vec![first];
    if let Some(voucher) = voucher {
        let (rest, next) = apply(&voucher, left);
        left = rest;
        lines.push(next);
    }
    (left, lines)
}
==== tests
#[test]
fn percentage_first() {
    let v = Voucher { code: "FIVE".into(), cents: 500 };
    let (left, lines) = till(2_000, 10, Some(v));
    assert_eq!(left, 1_300);
    assert_eq!(lines, vec!["10% -200", "FIVE -500"]);
}

#[test]
fn voucher_never_pays_out() {
    let v = Voucher { code: "BIG".into(), cents: 5_000 };
    assert_eq!(till(1_000, 50, Some(v)), (0, vec!["50% -500".to_string(), "BIG -500".to_string()]));
    assert_eq!(till(1_000, 0, None), (1_000, vec!["0% -0".to_string()]));
}
