---
code: E0373
---
//! Invoice numbers, one series a branch.

pub struct Branch {
    pub code: String,
    pub last_number: u32,
}

impl Branch {
    /// A source of numbers such as `BER-0042`. It counts on from the branch's
    /// last number and does not depend on the branch afterwards.
    pub fn numbers(&self) -> Box<dyn FnMut() -> String> {
        let code = self.code.clone();
        let mut number = self.last_number;
        Box::new(|| {
            number += 1;
            format!("{code}-{number:04}")
        })
    }
}

/// Numbers the customers' invoices, several branches in parallel.
pub fn assign(branches: &[Branch], customers: &[(&str, usize)]) -> Vec<String> {
    let mut series: Vec<_> = branches.iter().map(Branch::numbers).collect();
    customers
        .iter()
        .map(|&(name, branch)| format!("{name}: {}", series[branch]()))
        .collect()
}
==== fixed
//! Invoice numbers, one series a branch.

pub struct Branch {
    pub code: String,
    pub last_number: u32,
}

impl Branch {
    /// A source of numbers such as `BER-0042`. It counts on from the branch's
    /// last number and does not depend on the branch afterwards.
    pub fn numbers(&self) -> Box<dyn FnMut() -> String> {
        let code = self.code.clone();
        let mut number = self.last_number;
        Box::new(move || {
            number += 1;
            format!("{code}-{number:04}")
        })
    }
}

/// Numbers the customers' invoices, several branches in parallel.
pub fn assign(branches: &[Branch], customers: &[(&str, usize)]) -> Vec<String> {
    let mut series: Vec<_> = branches.iter().map(Branch::numbers).collect();
    customers
        .iter()
        .map(|&(name, branch)| format!("{name}: {}", series[branch]()))
        .collect()
}
==== tests
fn branches() -> Vec<Branch> {
    vec![
        Branch { code: "BER".to_string(), last_number: 41 },
        Branch { code: "ROM".to_string(), last_number: 0 },
    ]
}

#[test]
fn each_series_counts_on() {
    let mut numbers = branches()[0].numbers();
    assert_eq!(numbers(), "BER-0042");
    assert_eq!(numbers(), "BER-0043");
}

#[test]
fn branches_do_not_mix() {
    let lines = assign(&branches(), &[("ada", 0), ("bob", 1), ("cy", 0), ("di", 1)]);
    assert_eq!(lines, ["ada: BER-0042", "bob: ROM-0001", "cy: BER-0043", "di: ROM-0002"]);
}
