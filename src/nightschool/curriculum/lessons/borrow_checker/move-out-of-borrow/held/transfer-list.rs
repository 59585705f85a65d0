---
code: E0507
---
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq)]
pub struct Contract {
    pub club: String,
    pub until: u16,
    pub clauses: Vec<String>,
}

/// Contracts are shared between the league's office and the clubs.
pub struct Office {
    contracts: Vec<Rc<Contract>>,
}

impl Office {
    pub fn new() -> Self {
        Office { contracts: Vec::new() }
    }

    pub fn sign(&mut self, club: &str, until: u16, clauses: &[&str]) -> Rc<Contract> {
        let contract = Rc::new(Contract {
            club: club.to_string(),
            until,
            clauses: clauses.iter().map(|c| c.to_string()).collect(),
        });
        self.contracts.push(Rc::clone(&contract));
        contract
    }

    /// A contract that follows on an old one: `years` longer, with the old clauses and a new one.
    pub fn extend(&mut self, old: &Rc<Contract>, years: u16, clause: &str) -> Rc<Contract> {
        let mut clauses = old.clauses;
        clauses.push(clause.to_string());
        let contract = Rc::new(Contract {
            club: old.club.clone(),
            until: old.until + years,
            clauses,
        });
        self.contracts.push(Rc::clone(&contract));
        contract
    }

    pub fn count(&self) -> usize {
        self.contracts.len()
    }
}
==== fixed
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq)]
pub struct Contract {
    pub club: String,
    pub until: u16,
    pub clauses: Vec<String>,
}

/// Contracts are shared between the league's office and the clubs.
pub struct Office {
    contracts: Vec<Rc<Contract>>,
}

impl Office {
    pub fn new() -> Self {
        Office { contracts: Vec::new() }
    }

    pub fn sign(&mut self, club: &str, until: u16, clauses: &[&str]) -> Rc<Contract> {
        let contract = Rc::new(Contract {
            club: club.to_string(),
            until,
            clauses: clauses.iter().map(|c| c.to_string()).collect(),
        });
        self.contracts.push(Rc::clone(&contract));
        contract
    }

    /// A contract that follows on an old one: `years` longer, with the old clauses and a new one.
    pub fn extend(&mut self, old: &Rc<Contract>, years: u16, clause: &str) -> Rc<Contract> {
        let mut clauses = old.clauses.clone();
        clauses.push(clause.to_string());
        let contract = Rc::new(Contract {
            club: old.club.clone(),
            until: old.until + years,
            clauses,
        });
        self.contracts.push(Rc::clone(&contract));
        contract
    }

    pub fn count(&self) -> usize {
        self.contracts.len()
    }
}
==== tests
#[test]
fn extends_with_all_clauses() {
    let mut office = Office::new();
    let old = office.sign("Elks", 2024, &["car", "flat"]);
    let new = office.extend(&old, 3, "bonus");
    assert_eq!(new.until, 2027);
    assert_eq!(new.clauses, ["car", "flat", "bonus"]);
    assert_eq!(new.club, "Elks");
    assert_eq!(office.count(), 2);
}
#[test]
fn old_contract_stays() {
    let mut office = Office::new();
    let old = office.sign("Elks", 2024, &["car"]);
    office.extend(&old, 1, "bonus");
    assert_eq!(*old, Contract { club: "Elks".into(), until: 2024, clauses: vec!["car".into()] });
}
