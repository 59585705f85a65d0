---
code: E0046
---
/// Prices calls in tenths of a cent.
pub trait Tariff {
    const NAME: &'static str;

    /// The price of a call; a started unit counts as a whole one.
    fn price(&self, seconds: u32) -> u32;

    /// The charge per month, even without a call.
    fn monthly(&self) -> u32;

    fn bill(&self, calls: &[u32]) -> u32 {
        self.monthly() + calls.iter().map(|s| self.price(*s)).sum::<u32>()
    }
}

pub struct PerMinute {
    pub rate: u32,
}

pub struct Flat {
    pub fee: u32,
}

impl Tariff for PerMinute {
    const NAME: &'static str = "per minute";

    fn monthly(&self) -> u32 {
        0
    }
}

impl Tariff for Flat {
    const NAME: &'static str = "flat";

    fn price(&self, _seconds: u32) -> u32 {
        0
    }

    fn monthly(&self) -> u32 {
        self.fee
    }
}

pub fn cheaper<'n, A: Tariff, B: Tariff>(a: &A, b: &B, calls: &[u32]) -> &'n str {
    if a.bill(calls) <= b.bill(calls) { A::NAME } else { B::NAME }
}
==== fixed
/// Prices calls in tenths of a cent.
pub trait Tariff {
    const NAME: &'static str;

    /// The price of a call; a started unit counts as a whole one.
    fn price(&self, seconds: u32) -> u32;

    /// The charge per month, even without a call.
    fn monthly(&self) -> u32;

    fn bill(&self, calls: &[u32]) -> u32 {
        self.monthly() + calls.iter().map(|s| self.price(*s)).sum::<u32>()
    }
}

pub struct PerMinute {
    pub rate: u32,
}

pub struct Flat {
    pub fee: u32,
}

impl Tariff for PerMinute {
    const NAME: &'static str = "per minute";

    fn price(&self, seconds: u32) -> u32 {
        seconds.div_ceil(60) * self.rate
    }

    fn monthly(&self) -> u32 {
        0
    }
}

impl Tariff for Flat {
    const NAME: &'static str = "flat";

    fn price(&self, _seconds: u32) -> u32 {
        0
    }

    fn monthly(&self) -> u32 {
        self.fee
    }
}

pub fn cheaper<'n, A: Tariff, B: Tariff>(a: &A, b: &B, calls: &[u32]) -> &'n str {
    if a.bill(calls) <= b.bill(calls) { A::NAME } else { B::NAME }
}
==== tests
#[test]
fn started_minutes_count() {
    let t = PerMinute { rate: 90 };
    assert_eq!(t.price(60), 90);
    assert_eq!(t.price(61), 180);
    assert_eq!(t.price(0), 0);
    assert_eq!(t.bill(&[1, 59, 120]), 360);
}

#[test]
fn comparing() {
    let (m, f) = (PerMinute { rate: 100 }, Flat { fee: 250 });
    assert_eq!(cheaper(&m, &f, &[60, 60]), "per minute");
    assert_eq!(cheaper(&m, &f, &[60, 61]), "flat");
}
