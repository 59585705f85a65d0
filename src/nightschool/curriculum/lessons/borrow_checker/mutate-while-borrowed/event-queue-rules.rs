---
code: E0502
---
use std::collections::{HashMap, VecDeque};

/// Rules that turn one event into others.
#[derive(Default)]
pub struct Cascade {
    rules: HashMap<String, Vec<String>>,
    queue: VecDeque<String>,
    log: Vec<String>,
}

impl Cascade {
    pub fn rule(&mut self, event: &str, follow_ups: &[&str]) {
        let list = self.rules.entry(event.to_string()).or_default();
        list.extend(follow_ups.iter().map(|name| name.to_string()));
    }

    fn emit(&mut self, event: &str) {
        self.log.push(format!("+{event}"));
        self.queue.push_back(event.to_string());
    }

    /// Handles `first` and whatever follows from it, at most `limit` events, in the order of arrival.
    pub fn run(&mut self, first: &str, limit: usize) -> Vec<String> {
        self.emit(first);
        for _ in 0..limit {
            let Some(event) = self.queue.pop_front() else {
                break;
            };
            self.log.push(format!("-{event}"));
            if let Some(follow_ups) = self.rules.get(&event) {
                for next in follow_ups {
                    self.emit(next);
                }
            }
        }
        std::mem::take(&mut self.log)
    }
}
==== fixed
use std::collections::{HashMap, VecDeque};

/// Rules that turn one event into others.
#[derive(Default)]
pub struct Cascade {
    rules: HashMap<String, Vec<String>>,
    queue: VecDeque<String>,
    log: Vec<String>,
}

impl Cascade {
    pub fn rule(&mut self, event: &str, follow_ups: &[&str]) {
        let list = self.rules.entry(event.to_string()).or_default();
        list.extend(follow_ups.iter().map(|name| name.to_string()));
    }

    fn emit(&mut self, event: &str) {
        self.log.push(format!("+{event}"));
        self.queue.push_back(event.to_string());
    }

    /// Handles `first` and whatever follows from it, at most `limit` events, in the order of arrival.
    pub fn run(&mut self, first: &str, limit: usize) -> Vec<String> {
        self.emit(first);
        for _ in 0..limit {
            let Some(event) = self.queue.pop_front() else {
                break;
            };
            self.log.push(format!("-{event}"));
            if let Some(follow_ups) = self.rules.get(&event).cloned() {
                for next in &follow_ups {
                    self.emit(next);
                }
            }
        }
        std::mem::take(&mut self.log)
    }
}
==== tests
#[test]
fn follow_ups_come_in_order() {
    let mut cascade = Cascade::default();
    cascade.rule("a", &["b", "c"]);
    cascade.rule("b", &["d"]);
    assert_eq!(
        cascade.run("a", 10),
        vec!["+a", "-a", "+b", "+c", "-b", "+d", "-c", "-d"]
    );
}

#[test]
fn rules_last_for_several_rounds() {
    let mut cascade = Cascade::default();
    cascade.rule("tick", &["tick"]);
    assert_eq!(cascade.run("tick", 2), vec!["+tick", "-tick", "+tick", "-tick", "+tick"]);
    assert_eq!(cascade.run("x", 1), vec!["+x", "-tick", "+tick"]);
}
