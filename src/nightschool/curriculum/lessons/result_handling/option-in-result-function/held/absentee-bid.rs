---
code: E0277
---
use std::collections::HashMap;

/// Written bids of people who are not in the room: the limit up to which we bid for them.
#[derive(Default)]
pub struct Absentees {
    limits: HashMap<(u32, String), u64>,
}

impl Absentees {
    pub fn register(&mut self, lot: u32, name: &str, limit: u64) {
        self.limits.insert((lot, name.to_string()), limit);
    }

    /// What we bid for `name` on a lot against `current`, by `step`, but never above the limit.
    ///
    /// The error is the text that is read out to the clerk:
    /// `Ada has no bid on lot 4` or `the limit of Ada is reached`.
    pub fn counter(&self, lot: u32, name: &str, current: u64, step: u64) -> Result<u64, String> {
        let limit = self.limits.get(&(lot, name.to_string()))?;
        if current >= *limit {
            return Err(format!("the limit of {name} is reached"));
        }
        Ok((current + step).min(*limit))
    }

    pub fn lots_of(&self, name: &str) -> Vec<u32> {
        let mut lots: Vec<u32> =
            self.limits.keys().filter(|(_, n)| n == name).map(|(lot, _)| *lot).collect();
        lots.sort_unstable();
        lots
    }
}
==== fixed
use std::collections::HashMap;

/// Written bids of people who are not in the room: the limit up to which we bid for them.
#[derive(Default)]
pub struct Absentees {
    limits: HashMap<(u32, String), u64>,
}

impl Absentees {
    pub fn register(&mut self, lot: u32, name: &str, limit: u64) {
        self.limits.insert((lot, name.to_string()), limit);
    }

    /// What we bid for `name` on a lot against `current`, by `step`, but never above the limit.
    ///
    /// The error is the text that is read out to the clerk:
    /// `Ada has no bid on lot 4` or `the limit of Ada is reached`.
    pub fn counter(&self, lot: u32, name: &str, current: u64, step: u64) -> Result<u64, String> {
        let limit = self
            .limits
            .get(&(lot, name.to_string()))
            .ok_or_else(|| format!("{name} has no bid on lot {lot}"))?;
        if current >= *limit {
            return Err(format!("the limit of {name} is reached"));
        }
        Ok((current + step).min(*limit))
    }

    pub fn lots_of(&self, name: &str) -> Vec<u32> {
        let mut lots: Vec<u32> =
            self.limits.keys().filter(|(_, n)| n == name).map(|(lot, _)| *lot).collect();
        lots.sort_unstable();
        lots
    }
}
==== tests
fn absentees() -> Absentees {
    let mut a = Absentees::default();
    a.register(4, "Ada", 500);
    a.register(2, "Ada", 10);
    a
}
#[test]
fn counters_up_to_limit() {
    assert_eq!(absentees().counter(4, "Ada", 300, 50), Ok(350));
    assert_eq!(absentees().counter(4, "Ada", 480, 50), Ok(500));
    assert_eq!(absentees().counter(4, "Ada", 500, 50), Err("the limit of Ada is reached".into()));
}
#[test]
fn no_bid() {
    assert_eq!(absentees().counter(3, "Ada", 1, 1), Err("Ada has no bid on lot 3".into()));
    assert_eq!(absentees().lots_of("Ada"), [2, 4]);
}
