---
code: E0515
---
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub struct TaskGraph {
    needs: BTreeMap<String, BTreeSet<String>>,
}

impl TaskGraph {
    pub fn task(&mut self, name: &str, needs: &[&str]) {
        for need in needs {
            self.needs.entry(need.to_string()).or_default();
        }
        self.needs
            .entry(name.to_string())
            .or_default()
            .extend(needs.iter().map(|n| n.to_string()));
    }

    /// Names of tasks that can start once those in `done` are finished.
    fn ready(&self, done: &BTreeSet<String>) -> &[String] {
        let names: Vec<String> = self
            .needs
            .iter()
            .filter(|(name, needs)| !done.contains(*name) && needs.is_subset(done))
            .map(|(name, _)| name.clone())
            .collect();
        &names
    }

    /// Groups tasks into rounds that may run at once; tasks on a cycle appear in none.
    pub fn rounds(&self) -> Vec<Vec<String>> {
        let mut done = BTreeSet::new();
        let mut rounds = Vec::new();
        loop {
            let round = self.ready(&done).to_vec();
            if round.is_empty() {
                return rounds;
            }
            done.extend(round.iter().cloned());
            rounds.push(round);
        }
    }
}
==== fixed
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub struct TaskGraph {
    needs: BTreeMap<String, BTreeSet<String>>,
}

impl TaskGraph {
    pub fn task(&mut self, name: &str, needs: &[&str]) {
        for need in needs {
            self.needs.entry(need.to_string()).or_default();
        }
        self.needs
            .entry(name.to_string())
            .or_default()
            .extend(needs.iter().map(|n| n.to_string()));
    }

    /// Names of tasks that can start once those in `done` are finished.
    fn ready(&self, done: &BTreeSet<String>) -> Vec<String> {
        let names: Vec<String> = self
            .needs
            .iter()
            .filter(|(name, needs)| !done.contains(*name) && needs.is_subset(done))
            .map(|(name, _)| name.clone())
            .collect();
        names
    }

    /// Groups tasks into rounds that may run at once; tasks on a cycle appear in none.
    pub fn rounds(&self) -> Vec<Vec<String>> {
        let mut done = BTreeSet::new();
        let mut rounds = Vec::new();
        loop {
            let round = self.ready(&done).to_vec();
            if round.is_empty() {
                return rounds;
            }
            done.extend(round.iter().cloned());
            rounds.push(round);
        }
    }
}
==== tests
#[test]
fn rounds_in_order() {
    let mut g = TaskGraph::default();
    g.task("link", &["a.o", "b.o"]);
    g.task("test", &["link"]);
    assert_eq!(g.rounds(), vec![vec!["a.o", "b.o"], vec!["link"], vec!["test"]]);
}

#[test]
fn cycle_is_left_out() {
    let mut g = TaskGraph::default();
    g.task("x", &["y"]);
    g.task("y", &["x"]);
    g.task("z", &[]);
    assert_eq!(g.rounds(), vec![vec!["z"]]);
}
