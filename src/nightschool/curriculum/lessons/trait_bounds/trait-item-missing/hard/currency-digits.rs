---
code: E0046
---
//! Amounts of money in the smallest unit of their currency.

pub trait Currency {
    const CODE: &'static str;
    /// How many digits stand behind the point: cents have two, fils three.
    const DIGITS: u32;
}

pub struct Euro;
pub struct Dinar;
/// The yen has no smaller unit in use.
pub struct Yen;

impl Currency for Euro {
    const CODE: &'static str = "EUR";
    const DIGITS: u32 = 2;
}

impl Currency for Dinar {
    const CODE: &'static str = "KWD";
    const DIGITS: u32 = 3;
}

impl Currency for Yen {
    const CODE: &'static str = "JPY";
}

/// `1234` is `12.34 EUR`, `1.234 KWD` and `1234 JPY`.
pub fn show<C: Currency>(amount: u64) -> String {
    let unit = 10u64.pow(C::DIGITS);
    if unit == 1 {
        return format!("{amount} {}", C::CODE);
    }
    let width = C::DIGITS as usize;
    format!("{}.{:0width$} {}", amount / unit, amount % unit, C::CODE)
}
==== fixed
//! Amounts of money in the smallest unit of their currency.

pub trait Currency {
    const CODE: &'static str;
    /// How many digits stand behind the point: cents have two, fils three.
    const DIGITS: u32;
}

pub struct Euro;
pub struct Dinar;
/// The yen has no smaller unit in use.
pub struct Yen;

impl Currency for Euro {
    const CODE: &'static str = "EUR";
    const DIGITS: u32 = 2;
}

impl Currency for Dinar {
    const CODE: &'static str = "KWD";
    const DIGITS: u32 = 3;
}

impl Currency for Yen {
    const CODE: &'static str = "JPY";
    const DIGITS: u32 = 0;
}

/// `1234` is `12.34 EUR`, `1.234 KWD` and `1234 JPY`.
pub fn show<C: Currency>(amount: u64) -> String {
    let unit = 10u64.pow(C::DIGITS);
    if unit == 1 {
        return format!("{amount} {}", C::CODE);
    }
    let width = C::DIGITS as usize;
    format!("{}.{:0width$} {}", amount / unit, amount % unit, C::CODE)
}
==== tests
#[test]
fn yen_are_whole() {
    assert_eq!(show::<Yen>(1234), "1234 JPY");
    assert_eq!(show::<Yen>(5), "5 JPY");
}

#[test]
fn others_stay() {
    assert_eq!(show::<Euro>(1205), "12.05 EUR");
    assert_eq!(show::<Dinar>(1234), "1.234 KWD");
}
