---
code: E0308
---
use std::fmt;

#[derive(Debug, PartialEq)]
pub struct OverBudget {
    pub by: u64,
}

#[derive(Debug, PartialEq)]
pub enum PlanError {
    Unnamed,
    Budget(OverBudget),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanError::Unnamed => f.write_str("the phase has no name"),
            PlanError::Budget(over) => write!(f, "over budget by {}", over.by),
        }
    }
}

pub struct Project {
    budget: u64,
    phases: Vec<(String, u64)>,
}

impl Project {
    pub fn new(budget: u64) -> Self {
        Project { budget, phases: Vec::new() }
    }

    pub fn left(&self) -> u64 {
        self.budget - self.phases.iter().map(|(_, cost)| cost).sum::<u64>()
    }

    fn reserve(&self, cost: u64) -> Result<u64, OverBudget> {
        self.left().checked_sub(cost).ok_or_else(|| OverBudget { by: cost - self.left() })
    }

    /// Adds a phase and returns what is left of the budget.
    pub fn add_phase(&mut self, name: &str, cost: u64) -> Result<u64, PlanError> {
        let left = if name.trim().is_empty() {
            Err(PlanError::Unnamed)
        } else {
            self.reserve(cost)
        }?;
        self.phases.push((name.trim().to_string(), cost));
        Ok(left)
    }
}
==== fixed
use std::fmt;

#[derive(Debug, PartialEq)]
pub struct OverBudget {
    pub by: u64,
}

#[derive(Debug, PartialEq)]
pub enum PlanError {
    Unnamed,
    Budget(OverBudget),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanError::Unnamed => f.write_str("the phase has no name"),
            PlanError::Budget(over) => write!(f, "over budget by {}", over.by),
        }
    }
}

pub struct Project {
    budget: u64,
    phases: Vec<(String, u64)>,
}

impl Project {
    pub fn new(budget: u64) -> Self {
        Project { budget, phases: Vec::new() }
    }

    pub fn left(&self) -> u64 {
        self.budget - self.phases.iter().map(|(_, cost)| cost).sum::<u64>()
    }

    fn reserve(&self, cost: u64) -> Result<u64, OverBudget> {
        self.left().checked_sub(cost).ok_or_else(|| OverBudget { by: cost - self.left() })
    }

    /// Adds a phase and returns what is left of the budget.
    pub fn add_phase(&mut self, name: &str, cost: u64) -> Result<u64, PlanError> {
        let left = if name.trim().is_empty() {
            Err(PlanError::Unnamed)
        } else {
            self.reserve(cost).map_err(PlanError::Budget)
        }?;
        self.phases.push((name.trim().to_string(), cost));
        Ok(left)
    }
}
==== tests
#[test]
fn phases_use_the_budget() {
    let mut p = Project::new(100);
    assert_eq!(p.add_phase("survey", 30), Ok(70));
    assert_eq!(p.add_phase("build", 70), Ok(0));
    assert_eq!(p.left(), 0);
}

#[test]
fn over_budget_says_by_how_much() {
    let mut p = Project::new(100);
    p.add_phase("survey", 30).unwrap();
    let e = p.add_phase("build", 75).unwrap_err();
    assert_eq!(e, PlanError::Budget(OverBudget { by: 5 }));
    assert_eq!(e.to_string(), "over budget by 5");
    assert_eq!(p.left(), 70);
}

#[test]
fn nameless() {
    let mut p = Project::new(10);
    assert_eq!(p.add_phase(" ", 90), Err(PlanError::Unnamed));
    assert_eq!(p.left(), 10);
}
