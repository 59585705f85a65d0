---
code: E0369
---
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// Amounts (hours, money, points) booked on the tasks of a project.
#[derive(Debug, Clone)]
pub struct Ledger<A> {
    booked: BTreeMap<String, A>,
    planned: BTreeMap<String, A>,
}

impl<A> Ledger<A>
where
    A: Copy + Default + AddAssign,
{
    pub fn new() -> Self {
        Ledger { booked: BTreeMap::new(), planned: BTreeMap::new() }
    }

    pub fn plan(&mut self, task: &str, amount: A) {
        self.planned.insert(task.to_string(), amount);
    }

    pub fn book(&mut self, task: &str, amount: A) {
        *self.booked.entry(task.to_string()).or_default() += amount;
    }

    /// What was planned for a task less what was booked on it.
    pub fn slack(&self, task: &str) -> A {
        let planned = self.planned.get(task).copied().unwrap_or_default();
        let booked = self.booked.get(task).copied().unwrap_or_default();
        planned - booked
    }

    /// The slack of all planned tasks together.
    pub fn total_slack(&self) -> A {
        let mut total = A::default();
        for task in self.planned.keys() {
            total += self.slack(task);
        }
        total
    }
}
==== fixed
use std::collections::BTreeMap;
use std::ops::{AddAssign, Sub};

/// Amounts (hours, money, points) booked on the tasks of a project.
#[derive(Debug, Clone)]
pub struct Ledger<A> {
    booked: BTreeMap<String, A>,
    planned: BTreeMap<String, A>,
}

impl<A> Ledger<A>
where
    A: Copy + Default + AddAssign + Sub<Output = A>,
{
    pub fn new() -> Self {
        Ledger { booked: BTreeMap::new(), planned: BTreeMap::new() }
    }

    pub fn plan(&mut self, task: &str, amount: A) {
        self.planned.insert(task.to_string(), amount);
    }

    pub fn book(&mut self, task: &str, amount: A) {
        *self.booked.entry(task.to_string()).or_default() += amount;
    }

    /// What was planned for a task less what was booked on it.
    pub fn slack(&self, task: &str) -> A {
        let planned = self.planned.get(task).copied().unwrap_or_default();
        let booked = self.booked.get(task).copied().unwrap_or_default();
        planned - booked
    }

    /// The slack of all planned tasks together.
    pub fn total_slack(&self) -> A {
        let mut total = A::default();
        for task in self.planned.keys() {
            total += self.slack(task);
        }
        total
    }
}
==== tests
#[test]
fn whole_numbers() {
    let mut l = Ledger::new();
    l.plan("dig", 10);
    l.plan("pave", 4);
    l.book("dig", 3);
    l.book("dig", 2);
    l.book("pave", 6);
    l.book("tea", 1);
    assert_eq!(l.slack("dig"), 5);
    assert_eq!(l.slack("pave"), -2);
    assert_eq!(l.slack("tea"), -1);
    assert_eq!(l.total_slack(), 3);
}

#[test]
fn fractions() {
    let mut l = Ledger::new();
    l.plan("a", 2.5);
    l.book("a", 0.75);
    assert_eq!(l.total_slack(), 1.75);
}
