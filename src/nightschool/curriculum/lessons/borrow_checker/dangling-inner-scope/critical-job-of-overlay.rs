---
code: E0597
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub name: String,
    pub minutes: u32,
    pub machine: String,
}

impl Job {
    /// The same job on a machine that is slower by `percent`.
    fn slowed(&self, percent: u32) -> Job {
        Job { minutes: self.minutes + self.minutes * percent / 100, ..self.clone() }
    }
}

/// How much slower a machine is than the reference, in percent.
pub struct Farm {
    slower: HashMap<String, u32>,
}

impl Farm {
    pub fn new(slower: &[(&str, u32)]) -> Self {
        Farm { slower: slower.iter().map(|(m, p)| (m.to_string(), *p)).collect() }
    }

    /// One line on the job that takes longest on its own machine, the first
    /// of equals. `None` when there are no jobs.
    pub fn bottleneck(&self, jobs: &[Job]) -> Option<String> {
        let mut longest: Option<&Job> = None;
        for job in jobs {
            let percent = self.slower.get(&job.machine).copied().unwrap_or(0);
            let real = job.slowed(percent);
            if longest.is_none_or(|l| real.minutes > l.minutes) {
                longest = Some(&real);
            }
        }
        longest.map(|l| format!("{} on {}: {} min", l.name, l.machine, l.minutes))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub name: String,
    pub minutes: u32,
    pub machine: String,
}

impl Job {
    /// The same job on a machine that is slower by `percent`.
    fn slowed(&self, percent: u32) -> Job {
        Job { minutes: self.minutes + self.minutes * percent / 100, ..self.clone() }
    }
}

/// How much slower a machine is than the reference, in percent.
pub struct Farm {
    slower: HashMap<String, u32>,
}

impl Farm {
    pub fn new(slower: &[(&str, u32)]) -> Self {
        Farm { slower: slower.iter().map(|(m, p)| (m.to_string(), *p)).collect() }
    }

    /// One line on the job that takes longest on its own machine, the first
    /// of equals. `None` when there are no jobs.
    pub fn bottleneck(&self, jobs: &[Job]) -> Option<String> {
        let mut longest: Option<Job> = None;
        for job in jobs {
            let percent = self.slower.get(&job.machine).copied().unwrap_or(0);
            let real = job.slowed(percent);
            if longest.as_ref().is_none_or(|l| real.minutes > l.minutes) {
                longest = Some(real);
            }
        }
        longest.map(|l| format!("{} on {}: {} min", l.name, l.machine, l.minutes))
    }
}
==== tests
fn job(name: &str, minutes: u32, machine: &str) -> Job {
    Job { name: name.to_string(), minutes, machine: machine.to_string() }
}

#[test]
fn real_minutes_count() {
    let farm = Farm::new(&[("old", 50)]);
    let jobs = [job("docs", 100, "new"), job("tests", 80, "old"), job("lint", 20, "old")];
    assert_eq!(farm.bottleneck(&jobs).as_deref(), Some("tests on old: 120 min"));
    assert_eq!(jobs[1].minutes, 80);
}

#[test]
fn first_of_equals_and_none() {
    let farm = Farm::new(&[]);
    let jobs = [job("a", 10, "x"), job("b", 10, "y")];
    assert_eq!(farm.bottleneck(&jobs).as_deref(), Some("a on x: 10 min"));
    assert_eq!(farm.bottleneck(&[]), None);
}
