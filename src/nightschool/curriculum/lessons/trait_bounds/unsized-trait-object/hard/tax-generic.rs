---
code: E0277
---
//! Bills whose lines are goods or services.

pub trait Line {
    fn net(&self) -> u64;
    /// In percent.
    fn rate(&self) -> u64 {
        20
    }
}

pub struct Goods {
    pub pieces: u64,
    pub price: u64,
}

pub struct Book {
    pub price: u64,
}

impl Line for Goods {
    fn net(&self) -> u64 {
        self.pieces * self.price
    }
}

impl Line for Book {
    fn net(&self) -> u64 {
        self.price
    }

    fn rate(&self) -> u64 {
        5
    }
}

/// Net and tax of one line; the tax is rounded down.
pub fn gross<L: Line>(line: &L) -> u64 {
    line.net() + line.net() * line.rate() / 100
}

pub struct Bill {
    pub lines: Vec<Box<dyn Line>>,
    pub discount: u64,
}

impl Bill {
    /// The lines with their tax, less the discount.
    pub fn total(&self) -> u64 {
        let sum: u64 = self.lines.iter().map(|line| gross(line.as_ref())).sum();
        sum.saturating_sub(self.discount)
    }
}
==== fixed
//! Bills whose lines are goods or services.

pub trait Line {
    fn net(&self) -> u64;
    /// In percent.
    fn rate(&self) -> u64 {
        20
    }
}

pub struct Goods {
    pub pieces: u64,
    pub price: u64,
}

pub struct Book {
    pub price: u64,
}

impl Line for Goods {
    fn net(&self) -> u64 {
        self.pieces * self.price
    }
}

impl Line for Book {
    fn net(&self) -> u64 {
        self.price
    }

    fn rate(&self) -> u64 {
        5
    }
}

/// Net and tax of one line; the tax is rounded down.
pub fn gross<L: Line + ?Sized>(line: &L) -> u64 {
    line.net() + line.net() * line.rate() / 100
}

pub struct Bill {
    pub lines: Vec<Box<dyn Line>>,
    pub discount: u64,
}

impl Bill {
    /// The lines with their tax, less the discount.
    pub fn total(&self) -> u64 {
        let sum: u64 = self.lines.iter().map(|line| gross(line.as_ref())).sum();
        sum.saturating_sub(self.discount)
    }
}
==== tests
fn bill(discount: u64) -> Bill {
    Bill {
        lines: vec![Box::new(Goods { pieces: 3, price: 105 }), Box::new(Book { price: 210 })],
        discount,
    }
}

#[test]
fn each_line_has_its_rate() {
    assert_eq!(bill(0).total(), 378 + 220);
    assert_eq!(bill(98).total(), 500);
    assert_eq!(bill(9999).total(), 0);
}

#[test]
fn single_lines_still_work() {
    assert_eq!(gross(&Goods { pieces: 1, price: 50 }), 60);
    assert_eq!(gross(&Book { price: 100 }), 105);
}
