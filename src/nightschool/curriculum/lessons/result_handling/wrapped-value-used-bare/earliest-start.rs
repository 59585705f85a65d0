---
code: E0308
---
use std::collections::HashMap;

pub struct Task {
    pub name: &'static str,
    pub length: u32,
    pub after: Vec<&'static str>,
}

/// Start times of a project's tasks. Tasks come in an order in which
/// each one follows all the tasks it waits for. A task that waits for
/// nothing starts at `kickoff`.
pub fn earliest_starts(tasks: &[Task], kickoff: u32) -> HashMap<&'static str, u32> {
    let mut ends: HashMap<&str, u32> = HashMap::new();
    let mut starts = HashMap::new();
    for task in tasks {
        let start: u32 = task
            .after
            .iter()
            .filter_map(|name| ends.get(name).copied())
            .max();
        ends.insert(task.name, start + task.length);
        starts.insert(task.name, start);
    }
    starts
}

/// The time at which the last task is done.
pub fn finish(tasks: &[Task], kickoff: u32) -> u32 {
    let starts = earliest_starts(tasks, kickoff);
    tasks
        .iter()
        .map(|t| starts[t.name] + t.length)
        .max()
        .unwrap_or(kickoff)
}
==== fixed
use std::collections::HashMap;

pub struct Task {
    pub name: &'static str,
    pub length: u32,
    pub after: Vec<&'static str>,
}

/// Start times of a project's tasks. Tasks come in an order in which
/// each one follows all the tasks it waits for. A task that waits for
/// nothing starts at `kickoff`.
pub fn earliest_starts(tasks: &[Task], kickoff: u32) -> HashMap<&'static str, u32> {
    let mut ends: HashMap<&str, u32> = HashMap::new();
    let mut starts = HashMap::new();
    for task in tasks {
        let start: u32 = task
            .after
            .iter()
            .filter_map(|name| ends.get(name).copied())
            .max()
            .unwrap_or(kickoff);
        ends.insert(task.name, start + task.length);
        starts.insert(task.name, start);
    }
    starts
}

/// The time at which the last task is done.
pub fn finish(tasks: &[Task], kickoff: u32) -> u32 {
    let starts = earliest_starts(tasks, kickoff);
    tasks
        .iter()
        .map(|t| starts[t.name] + t.length)
        .max()
        .unwrap_or(kickoff)
}
==== tests
fn house() -> Vec<Task> {
    vec![
        Task { name: "dig", length: 4, after: vec![] },
        Task { name: "order", length: 9, after: vec![] },
        Task { name: "walls", length: 3, after: vec!["dig", "order"] },
    ]
}

#[test]
fn roots_start_at_kickoff() {
    let s = earliest_starts(&house(), 100);
    assert_eq!(s["dig"], 100);
    assert_eq!(s["order"], 100);
}

#[test]
fn later_tasks_wait() {
    assert_eq!(earliest_starts(&house(), 10)["walls"], 19);
    assert_eq!(finish(&house(), 10), 22);
}
