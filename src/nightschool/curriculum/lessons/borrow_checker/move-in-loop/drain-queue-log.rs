---
code: E0382
---
use std::cmp::Reverse;
use std::collections::BinaryHeap;

#[derive(Debug, Default, PartialEq)]
pub struct Log {
    pub lines: Vec<String>,
}

impl Log {
    fn add(&mut self, line: String) {
        self.lines.push(line);
    }
}

/// Writes what happened to a task into the log.
fn record(mut log: Log, time: u32, name: &str) {
    log.add(format!("{time:03} {name}"));
}

#[derive(Default)]
pub struct Scheduler {
    due: BinaryHeap<Reverse<(u32, String)>>,
}

impl Scheduler {
    pub fn at(&mut self, time: u32, name: &str) {
        self.due.push(Reverse((time, name.to_string())));
    }

    /// Runs everything that is due at `now`, earliest first, and returns the
    /// log of it. Later tasks stay in the queue.
    pub fn run_until(&mut self, now: u32) -> Log {
        let log = Log::default();
        while let Some(Reverse((time, _))) = self.due.peek() {
            if *time > now {
                break;
            }
            if let Some(Reverse((time, name))) = self.due.pop() {
                record(log, time, &name);
            }
        }
        log
    }

    pub fn waiting(&self) -> usize {
        self.due.len()
    }
}
==== fixed
use std::cmp::Reverse;
use std::collections::BinaryHeap;

#[derive(Debug, Default, PartialEq)]
pub struct Log {
    pub lines: Vec<String>,
}

impl Log {
    fn add(&mut self, line: String) {
        self.lines.push(line);
    }
}

/// Writes what happened to a task into the log.
fn record(log: &mut Log, time: u32, name: &str) {
    log.add(format!("{time:03} {name}"));
}

#[derive(Default)]
pub struct Scheduler {
    due: BinaryHeap<Reverse<(u32, String)>>,
}

impl Scheduler {
    pub fn at(&mut self, time: u32, name: &str) {
        self.due.push(Reverse((time, name.to_string())));
    }

    /// Runs everything that is due at `now`, earliest first, and returns the
    /// log of it. Later tasks stay in the queue.
    pub fn run_until(&mut self, now: u32) -> Log {
        let mut log = Log::default();
        while let Some(Reverse((time, _))) = self.due.peek() {
            if *time > now {
                break;
            }
            if let Some(Reverse((time, name))) = self.due.pop() {
                record(&mut log, time, &name);
            }
        }
        log
    }

    pub fn waiting(&self) -> usize {
        self.due.len()
    }
}
==== tests
fn scheduler() -> Scheduler {
    let mut s = Scheduler::default();
    s.at(20, "stir");
    s.at(5, "boil");
    s.at(60, "serve");
    s
}

#[test]
fn due_tasks_are_logged_in_order() {
    let mut s = scheduler();
    assert_eq!(s.run_until(20).lines, vec!["005 boil", "020 stir"]);
    assert_eq!(s.waiting(), 1);
    assert_eq!(s.run_until(100).lines, vec!["060 serve"]);
}

#[test]
fn nothing_due() {
    let mut s = scheduler();
    assert!(s.run_until(4).lines.is_empty());
    assert_eq!(s.waiting(), 3);
}
