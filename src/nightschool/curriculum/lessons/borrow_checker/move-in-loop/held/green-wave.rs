---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    Fixed { green: u32, red: u32 },
    Demand(Vec<u16>),
}

#[derive(Debug, Default)]
pub struct Controller {
    plans: BTreeMap<String, Plan>,
    pub journal: Vec<String>,
}

/// The plan that fits a street: demand by its detectors, or fixed without any.
fn plan_for(detectors: Vec<u16>) -> Plan {
    if detectors.is_empty() {
        Plan::Fixed { green: 30, red: 40 }
    } else {
        Plan::Demand(detectors)
    }
}

impl Controller {
    /// Gives all signals of a street the same plan, and notes in the journal
    /// which signals got it and whose former plan was replaced.
    pub fn apply(&mut self, signals: &[&str], detectors: Vec<u16>) {
        for signal in signals {
            let plan = plan_for(detectors);
            let note = match self.plans.insert(signal.to_string(), plan) {
                Some(_) => format!("{signal}: replaced"),
                None => format!("{signal}: new"),
            };
            self.journal.push(note);
        }
    }

    pub fn plan(&self, signal: &str) -> Option<&Plan> {
        self.plans.get(signal)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    Fixed { green: u32, red: u32 },
    Demand(Vec<u16>),
}

#[derive(Debug, Default)]
pub struct Controller {
    plans: BTreeMap<String, Plan>,
    pub journal: Vec<String>,
}

/// The plan that fits a street: demand by its detectors, or fixed without any.
fn plan_for(detectors: Vec<u16>) -> Plan {
    if detectors.is_empty() {
        Plan::Fixed { green: 30, red: 40 }
    } else {
        Plan::Demand(detectors)
    }
}

impl Controller {
    /// Gives all signals of a street the same plan, and notes in the journal
    /// which signals got it and whose former plan was replaced.
    pub fn apply(&mut self, signals: &[&str], detectors: Vec<u16>) {
        for signal in signals {
            let plan = plan_for(detectors.clone());
            let note = match self.plans.insert(signal.to_string(), plan) {
                Some(_) => format!("{signal}: replaced"),
                None => format!("{signal}: new"),
            };
            self.journal.push(note);
        }
    }

    pub fn plan(&self, signal: &str) -> Option<&Plan> {
        self.plans.get(signal)
    }
}
==== tests
#[test]
fn all_signals_get_the_plan() {
    let mut c = Controller::default();
    c.apply(&["s1", "s2", "s3"], vec![11, 12]);
    for signal in ["s1", "s2", "s3"] {
        assert_eq!(c.plan(signal), Some(&Plan::Demand(vec![11, 12])));
    }
    assert_eq!(c.plan("s4"), None);
}

#[test]
fn journal_tells_what_was_replaced() {
    let mut c = Controller::default();
    c.apply(&["s2"], vec![]);
    assert_eq!(c.plan("s2"), Some(&Plan::Fixed { green: 30, red: 40 }));
    c.apply(&["s1", "s2"], vec![5]);
    assert_eq!(c.journal, ["s2: new", "s1: new", "s2: replaced"]);
    assert_eq!(c.plan("s2"), Some(&Plan::Demand(vec![5])));
}
