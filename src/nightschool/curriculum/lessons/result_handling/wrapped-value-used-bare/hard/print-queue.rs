---
code: E0308
---
//! The queue of an office printer with a lane for urgent jobs.

use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub title: String,
    pub pages: u32,
}

#[derive(Default)]
pub struct Printer {
    urgent: VecDeque<Job>,
    normal: VecDeque<Job>,
    /// Pages printed since the toner was changed.
    pub printed: u32,
}

impl Printer {
    pub fn submit(&mut self, title: &str, pages: u32, urgent: bool) {
        let job = Job { title: title.to_string(), pages };
        if urgent {
            self.urgent.push_back(job);
        } else {
            self.normal.push_back(job);
        }
    }

    fn record(&mut self, job: &Job) {
        self.printed += job.pages;
    }

    /// Prints the next job: the oldest urgent one, else the oldest of the
    /// others. Tells its title, or nothing when both lanes are empty.
    pub fn print_next(&mut self) -> Option<String> {
        let job = match self.urgent.pop_front() {
            Some(job) => job,
            None => self.normal.pop_front(),
        };
        self.record(&job);
        Some(job.title)
    }
}
==== fixed
//! The queue of an office printer with a lane for urgent jobs.

use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub title: String,
    pub pages: u32,
}

#[derive(Default)]
pub struct Printer {
    urgent: VecDeque<Job>,
    normal: VecDeque<Job>,
    /// Pages printed since the toner was changed.
    pub printed: u32,
}

impl Printer {
    pub fn submit(&mut self, title: &str, pages: u32, urgent: bool) {
        let job = Job { title: title.to_string(), pages };
        if urgent {
            self.urgent.push_back(job);
        } else {
            self.normal.push_back(job);
        }
    }

    fn record(&mut self, job: &Job) {
        self.printed += job.pages;
    }

    /// Prints the next job: the oldest urgent one, else the oldest of the
    /// others. Tells its title, or nothing when both lanes are empty.
    pub fn print_next(&mut self) -> Option<String> {
        let job = match self.urgent.pop_front() {
            Some(job) => job,
            None => self.normal.pop_front()?,
        };
        self.record(&job);
        Some(job.title)
    }
}
==== tests
#[test]
fn urgent_jobs_go_first() {
    let mut printer = Printer::default();
    printer.submit("menu", 1, false);
    printer.submit("contract", 12, true);
    printer.submit("poster", 3, false);
    assert_eq!(printer.print_next().as_deref(), Some("contract"));
    assert_eq!(printer.print_next().as_deref(), Some("menu"));
    assert_eq!(printer.print_next().as_deref(), Some("poster"));
    assert_eq!(printer.printed, 16);
}

#[test]
fn nothing_to_print() {
    let mut printer = Printer::default();
    assert_eq!(printer.print_next(), None);
    printer.submit("memo", 2, true);
    assert_eq!(printer.print_next().as_deref(), Some("memo"));
    assert_eq!(printer.print_next(), None);
    assert_eq!(printer.printed, 2);
}
