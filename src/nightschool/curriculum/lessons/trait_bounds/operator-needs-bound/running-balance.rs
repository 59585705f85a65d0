---
code: E0369
---
#[derive(Debug, Clone, PartialEq)]
pub struct Posting<A> {
    pub text: String,
    pub amount: A,
}

pub struct AccountBook<A> {
    opening: A,
    postings: Vec<Posting<A>>,
}

impl<A> AccountBook<A> {
    pub fn open(opening: A) -> Self {
        AccountBook { opening, postings: Vec::new() }
    }

    pub fn post(&mut self, text: &str, amount: A) {
        self.postings.push(Posting { text: text.to_string(), amount });
    }
}

impl<A: Copy> AccountBook<A> {
    /// The balance after each posting, starting from the opening balance.
    pub fn balances(&self) -> Vec<A> {
        let mut balance = self.opening;
        let mut out = Vec::with_capacity(self.postings.len());
        for posting in &self.postings {
            balance = balance + posting.amount;
            out.push(balance);
        }
        out
    }

    pub fn closing(&self) -> A {
        self.balances().last().copied().unwrap_or(self.opening)
    }
}
==== fixed
use std::ops::Add;

#[derive(Debug, Clone, PartialEq)]
pub struct Posting<A> {
    pub text: String,
    pub amount: A,
}

pub struct AccountBook<A> {
    opening: A,
    postings: Vec<Posting<A>>,
}

impl<A> AccountBook<A> {
    pub fn open(opening: A) -> Self {
        AccountBook { opening, postings: Vec::new() }
    }

    pub fn post(&mut self, text: &str, amount: A) {
        self.postings.push(Posting { text: text.to_string(), amount });
    }
}

impl<A: Copy + Add<Output = A>> AccountBook<A> {
    /// The balance after each posting, starting from the opening balance.
    pub fn balances(&self) -> Vec<A> {
        let mut balance = self.opening;
        let mut out = Vec::with_capacity(self.postings.len());
        for posting in &self.postings {
            balance = balance + posting.amount;
            out.push(balance);
        }
        out
    }

    pub fn closing(&self) -> A {
        self.balances().last().copied().unwrap_or(self.opening)
    }
}
==== tests
#[test]
fn running_sums() {
    let mut b = AccountBook::open(100_i64);
    b.post("rent", -70);
    b.post("pay", 200);
    assert_eq!(b.balances(), vec![30, 230]);
    assert_eq!(b.closing(), 230);
}

#[test]
fn other_amounts() {
    let mut b = AccountBook::open(0.5_f64);
    assert_eq!(b.closing(), 0.5);
    b.post("coin", 0.25);
    assert_eq!(b.balances(), vec![0.75]);
}
