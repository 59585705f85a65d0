---
code: E0277
edition: "2024"
---
use std::collections::HashMap;

/// For each task, the tasks that come directly before it.
#[derive(Debug, Default)]
pub struct Graph {
    after: HashMap<String, Vec<String>>,
}

fn hours(text: &str) -> Result<u32, std::num::ParseIntError> {
    text.trim().trim_end_matches('h').parse()
}

impl Graph {
    pub fn link(&mut self, task: &str, after: &[&str]) {
        let list = after.iter().map(|a| a.to_string()).collect();
        self.after.insert(task.to_string(), list);
    }

    /// The longest chain of tasks that ends with `task`, measured by the
    /// hours written for each. `None` when some task of the chain is
    /// unknown or its hours cannot be read. The graph has no cycles.
    pub fn chain_hours(&self, task: &str, sheet: &HashMap<&str, &str>) -> Option<u32> {
        let own = hours(sheet.get(task)?)?;
        let mut longest = 0;
        for before in self.after.get(task)? {
            longest = longest.max(self.chain_hours(before, sheet)?);
        }
        Some(own + longest)
    }
}
==== fixed
use std::collections::HashMap;

/// For each task, the tasks that come directly before it.
#[derive(Debug, Default)]
pub struct Graph {
    after: HashMap<String, Vec<String>>,
}

fn hours(text: &str) -> Result<u32, std::num::ParseIntError> {
    text.trim().trim_end_matches('h').parse()
}

impl Graph {
    pub fn link(&mut self, task: &str, after: &[&str]) {
        let list = after.iter().map(|a| a.to_string()).collect();
        self.after.insert(task.to_string(), list);
    }

    /// The longest chain of tasks that ends with `task`, measured by the
    /// hours written for each. `None` when some task of the chain is
    /// unknown or its hours cannot be read. The graph has no cycles.
    pub fn chain_hours(&self, task: &str, sheet: &HashMap<&str, &str>) -> Option<u32> {
        let own = hours(sheet.get(task)?).ok()?;
        let mut longest = 0;
        for before in self.after.get(task)? {
            longest = longest.max(self.chain_hours(before, sheet)?);
        }
        Some(own + longest)
    }
}
==== tests
fn graph() -> Graph {
    let mut g = Graph::default();
    g.link("design", &[]);
    g.link("order", &[]);
    g.link("build", &["design", "order"]);
    g
}

#[test]
fn longest_chain() {
    let sheet = HashMap::from([("design", "5h"), ("order", " 8"), ("build", "2h")]);
    assert_eq!(graph().chain_hours("build", &sheet), Some(10));
    assert_eq!(graph().chain_hours("design", &sheet), Some(5));
}

#[test]
fn unreadable_or_unknown_is_none() {
    let sheet = HashMap::from([("design", "some"), ("order", "8"), ("build", "2h")]);
    assert_eq!(graph().chain_hours("build", &sheet), None);
    assert_eq!(graph().chain_hours("order", &sheet), Some(8));
    assert_eq!(graph().chain_hours("paint", &sheet), None);
}
