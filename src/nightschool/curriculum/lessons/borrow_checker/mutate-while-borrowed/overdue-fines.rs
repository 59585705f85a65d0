---
code: E0502
---
use std::collections::BTreeMap;

pub struct Loan {
    pub member: u32,
    pub title: String,
    pub days_late: u32,
}

#[derive(Default)]
pub struct Desk {
    loans: Vec<Loan>,
    fines: BTreeMap<u32, u32>,
    notices: Vec<String>,
}

const CENTS_PER_DAY: u32 = 25;

impl Desk {
    pub fn lend(&mut self, loan: Loan) {
        self.loans.push(loan);
    }

    fn charge(&mut self, member: u32, cents: u32) {
        *self.fines.entry(member).or_insert(0) += cents;
        self.notices.push(format!("member {member} owes {cents}"));
    }

    /// Charges every late loan, in lending order. The loans stay on the books.
    pub fn charge_late(&mut self) {
        for loan in self.loans.iter().filter(|l| l.days_late > 0) {
            self.charge(loan.member, loan.days_late * CENTS_PER_DAY);
        }
    }

    pub fn owed(&self, member: u32) -> u32 {
        self.fines.get(&member).copied().unwrap_or(0)
    }

    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    pub fn titles(&self) -> Vec<&str> {
        self.loans.iter().map(|l| l.title.as_str()).collect()
    }
}
==== fixed
use std::collections::BTreeMap;

pub struct Loan {
    pub member: u32,
    pub title: String,
    pub days_late: u32,
}

#[derive(Default)]
pub struct Desk {
    loans: Vec<Loan>,
    fines: BTreeMap<u32, u32>,
    notices: Vec<String>,
}

const CENTS_PER_DAY: u32 = 25;

impl Desk {
    pub fn lend(&mut self, loan: Loan) {
        self.loans.push(loan);
    }

    fn charge(&mut self, member: u32, cents: u32) {
        *self.fines.entry(member).or_insert(0) += cents;
        self.notices.push(format!("member {member} owes {cents}"));
    }

    /// Charges every late loan, in lending order. The loans stay on the books.
    pub fn charge_late(&mut self) {
        let due: Vec<(u32, u32)> = self
            .loans
            .iter()
            .filter(|l| l.days_late > 0)
            .map(|l| (l.member, l.days_late * CENTS_PER_DAY))
            .collect();
        for (member, cents) in due {
            self.charge(member, cents);
        }
    }

    pub fn owed(&self, member: u32) -> u32 {
        self.fines.get(&member).copied().unwrap_or(0)
    }

    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    pub fn titles(&self) -> Vec<&str> {
        self.loans.iter().map(|l| l.title.as_str()).collect()
    }
}
==== tests
fn desk() -> Desk {
    let mut d = Desk::default();
    for (member, title, days_late) in [(3, "Emma", 4), (1, "Ulysses", 0), (2, "Dune", 1), (3, "Iliad", 2)] {
        d.lend(Loan { member, title: title.into(), days_late });
    }
    d
}

#[test]
fn charges_only_late_loans() {
    let mut d = desk();
    d.charge_late();
    assert_eq!((d.owed(1), d.owed(2), d.owed(3)), (0, 25, 150));
}

#[test]
fn notices_follow_lending_order() {
    let mut d = desk();
    d.charge_late();
    assert_eq!(d.notices(), ["member 3 owes 100", "member 2 owes 25", "member 3 owes 50"]);
}

#[test]
fn loans_stay() {
    let mut d = desk();
    d.charge_late();
    assert_eq!(d.titles(), vec!["Emma", "Ulysses", "Dune", "Iliad"]);
    d.charge_late();
    assert_eq!(d.owed(2), 50);
}
