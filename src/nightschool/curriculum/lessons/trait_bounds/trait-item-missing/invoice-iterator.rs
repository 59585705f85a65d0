---
code: E0046
---
/// An amount in cents that falls due in a month, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Instalment {
    pub month: u32,
    pub cents: u64,
}

/// Splits a bill into equal instalments; what does not divide evenly is paid with the last.
pub struct Instalments {
    rest: u64,
    each: u64,
    month: u32,
    months: u32,
}

impl Instalments {
    pub fn of(total: u64, months: u32) -> Self {
        Instalments {
            rest: total,
            each: total / u64::from(months.max(1)),
            month: 0,
            months,
        }
    }
}

impl Iterator for Instalments {
    fn next(&mut self) -> Option<Instalment> {
        if self.month == self.months {
            return None;
        }
        self.month += 1;
        let cents = if self.month == self.months { self.rest } else { self.each };
        self.rest -= cents;
        Some(Instalment { month: self.month, cents })
    }
}

pub fn schedule(total: u64, months: u32) -> String {
    Instalments::of(total, months)
        .map(|i| format!("{}:{}", i.month, i.cents))
        .collect::<Vec<_>>()
        .join(" ")
}
==== fixed
/// An amount in cents that falls due in a month, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Instalment {
    pub month: u32,
    pub cents: u64,
}

/// Splits a bill into equal instalments; what does not divide evenly is paid with the last.
pub struct Instalments {
    rest: u64,
    each: u64,
    month: u32,
    months: u32,
}

impl Instalments {
    pub fn of(total: u64, months: u32) -> Self {
        Instalments {
            rest: total,
            each: total / u64::from(months.max(1)),
            month: 0,
            months,
        }
    }
}

impl Iterator for Instalments {
    type Item = Instalment;

    fn next(&mut self) -> Option<Instalment> {
        if self.month == self.months {
            return None;
        }
        self.month += 1;
        let cents = if self.month == self.months { self.rest } else { self.each };
        self.rest -= cents;
        Some(Instalment { month: self.month, cents })
    }
}

pub fn schedule(total: u64, months: u32) -> String {
    Instalments::of(total, months)
        .map(|i| format!("{}:{}", i.month, i.cents))
        .collect::<Vec<_>>()
        .join(" ")
}
==== tests
#[test]
fn last_one_takes_the_rest() {
    assert_eq!(schedule(1000, 3), "1:333 2:333 3:334");
    assert_eq!(schedule(50, 1), "1:50");
    assert_eq!(schedule(50, 0), "");
}

#[test]
fn behaves_as_an_iterator() {
    let mut i = Instalments::of(90, 2);
    assert_eq!(i.next(), Some(Instalment { month: 1, cents: 45 }));
    assert_eq!(i.by_ref().count(), 1);
    assert_eq!(i.next(), None);
    assert_eq!(Instalments::of(77, 5).map(|i| i.cents).sum::<u64>(), 77);
}
