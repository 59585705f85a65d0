---
code: E0597
---
//! Depth of the work queues in a job server.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

#[derive(Default, Clone)]
pub struct Queue {
    jobs: Rc<RefCell<VecDeque<String>>>,
}

impl Queue {
    pub fn push(&self, job: &str) {
        self.jobs.borrow_mut().push_back(job.to_string());
    }

    fn handle(&self) -> Rc<RefCell<VecDeque<String>>> {
        Rc::clone(&self.jobs)
    }

    /// The job at the head of the queue, which stays there.
    pub fn head(&self) -> Option<String> {
        let jobs = self.handle();
        jobs.borrow().front().cloned()
    }

    /// Takes the job at the head of the queue.
    pub fn pop(&self) -> Option<String> {
        let jobs = self.handle();
        let job = jobs.borrow_mut().pop_front();
        job
    }
}

/// `head of queue (jobs behind it)`, or `idle`.
pub fn status(queue: &Queue) -> String {
    match queue.head() {
        Some(job) => format!("{job} ({})", queue.jobs.borrow().len() - 1),
        None => "idle".to_string(),
    }
}
==== fixed
//! Depth of the work queues in a job server.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

#[derive(Default, Clone)]
pub struct Queue {
    jobs: Rc<RefCell<VecDeque<String>>>,
}

impl Queue {
    pub fn push(&self, job: &str) {
        self.jobs.borrow_mut().push_back(job.to_string());
    }

    fn handle(&self) -> Rc<RefCell<VecDeque<String>>> {
        Rc::clone(&self.jobs)
    }

    /// The job at the head of the queue, which stays there.
    pub fn head(&self) -> Option<String> {
        let jobs = self.handle();
        let head = jobs.borrow().front().cloned();
        head
    }

    /// Takes the job at the head of the queue.
    pub fn pop(&self) -> Option<String> {
        let jobs = self.handle();
        let job = jobs.borrow_mut().pop_front();
        job
    }
}

/// `head of queue (jobs behind it)`, or `idle`.
pub fn status(queue: &Queue) -> String {
    match queue.head() {
        Some(job) => format!("{job} ({})", queue.jobs.borrow().len() - 1),
        None => "idle".to_string(),
    }
}
==== tests
#[test]
fn head_stays() {
    let queue = Queue::default();
    queue.push("build");
    queue.push("test");
    assert_eq!(queue.head().as_deref(), Some("build"));
    assert_eq!(queue.head().as_deref(), Some("build"));
    assert_eq!(status(&queue), "build (1)");
}

#[test]
fn pop_takes() {
    let queue = Queue::default();
    queue.push("build");
    queue.push("test");
    assert_eq!(queue.pop().as_deref(), Some("build"));
    assert_eq!(queue.pop().as_deref(), Some("test"));
    assert_eq!(queue.pop(), None);
    assert_eq!(status(&queue), "idle");
}
