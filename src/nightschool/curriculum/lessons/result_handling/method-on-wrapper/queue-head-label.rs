---
code: E0599
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub name: String,
    pub attempts: u32,
}

impl Job {
    pub fn label(&self) -> String {
        format!("{}#{}", self.name, self.attempts)
    }

    pub fn retry(mut self) -> Job {
        self.attempts += 1;
        self
    }
}

#[derive(Default)]
pub struct JobQueue {
    waiting: VecDeque<Job>,
}

impl JobQueue {
    pub fn push(&mut self, name: &str) {
        self.waiting.push_back(Job { name: name.to_string(), attempts: 0 });
    }

    /// The label of the job that runs next; `idle` when nothing waits.
    pub fn head_label(&self) -> String {
        self.waiting.front().label()
    }

    /// Sends the head to the back with one more attempt on its count.
    pub fn requeue_head(&mut self) -> bool {
        match self.waiting.pop_front() {
            Some(job) => {
                self.waiting.push_back(job.retry());
                true
            }
            None => false,
        }
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub name: String,
    pub attempts: u32,
}

impl Job {
    pub fn label(&self) -> String {
        format!("{}#{}", self.name, self.attempts)
    }

    pub fn retry(mut self) -> Job {
        self.attempts += 1;
        self
    }
}

#[derive(Default)]
pub struct JobQueue {
    waiting: VecDeque<Job>,
}

impl JobQueue {
    pub fn push(&mut self, name: &str) {
        self.waiting.push_back(Job { name: name.to_string(), attempts: 0 });
    }

    /// The label of the job that runs next; `idle` when nothing waits.
    pub fn head_label(&self) -> String {
        self.waiting.front().map_or_else(|| "idle".to_string(), |job| job.label())
    }

    /// Sends the head to the back with one more attempt on its count.
    pub fn requeue_head(&mut self) -> bool {
        match self.waiting.pop_front() {
            Some(job) => {
                self.waiting.push_back(job.retry());
                true
            }
            None => false,
        }
    }
}
==== tests
#[test]
fn empty_is_idle() {
    let mut q = JobQueue::default();
    assert_eq!(q.head_label(), "idle");
    assert!(!q.requeue_head());
}

#[test]
fn head_and_requeue() {
    let mut q = JobQueue::default();
    q.push("mail");
    q.push("scan");
    assert_eq!(q.head_label(), "mail#0");
    assert!(q.requeue_head());
    assert_eq!(q.head_label(), "scan#0");
    q.requeue_head();
    assert_eq!(q.head_label(), "mail#1");
}
