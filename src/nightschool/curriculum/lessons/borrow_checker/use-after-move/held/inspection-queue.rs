---
code: E0382
---
use std::collections::BinaryHeap;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Request {
    pub urgency: u8,
    pub elevator: String,
}

/// Formats the confirmation for whoever reported a fault.
fn confirmation(request: Request, waiting: usize) -> String {
    format!("{} reported, urgency {}, {waiting} waiting", request.elevator, request.urgency)
}

#[derive(Debug, Default)]
pub struct Workshop {
    queue: BinaryHeap<Request>,
}

impl Workshop {
    /// Queues a fault and confirms it with the number of faults that wait before it was added.
    pub fn report(&mut self, elevator: &str, urgency: u8) -> String {
        let request = Request { urgency, elevator: elevator.to_string() };
        let text = confirmation(request, self.queue.len());
        self.queue.push(request);
        text
    }

    /// The most urgent fault.
    pub fn next(&mut self) -> Option<Request> {
        self.queue.pop()
    }

    pub fn work_off(&mut self, most: usize) -> Vec<String> {
        let mut done = Vec::new();
        while done.len() < most {
            let Some(request) = self.next() else { break };
            done.push(request.elevator);
        }
        done
    }
}
==== fixed
use std::collections::BinaryHeap;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Request {
    pub urgency: u8,
    pub elevator: String,
}

/// Formats the confirmation for whoever reported a fault.
fn confirmation(request: &Request, waiting: usize) -> String {
    format!("{} reported, urgency {}, {waiting} waiting", request.elevator, request.urgency)
}

#[derive(Debug, Default)]
pub struct Workshop {
    queue: BinaryHeap<Request>,
}

impl Workshop {
    /// Queues a fault and confirms it with the number of faults that wait before it was added.
    pub fn report(&mut self, elevator: &str, urgency: u8) -> String {
        let request = Request { urgency, elevator: elevator.to_string() };
        let text = confirmation(&request, self.queue.len());
        self.queue.push(request);
        text
    }

    /// The most urgent fault.
    pub fn next(&mut self) -> Option<Request> {
        self.queue.pop()
    }

    pub fn work_off(&mut self, most: usize) -> Vec<String> {
        let mut done = Vec::new();
        while done.len() < most {
            let Some(request) = self.next() else { break };
            done.push(request.elevator);
        }
        done
    }
}
==== tests
#[test]
fn confirmations_count_those_before() {
    let mut w = Workshop::default();
    assert_eq!(w.report("north", 2), "north reported, urgency 2, 0 waiting");
    assert_eq!(w.report("south", 9), "south reported, urgency 9, 1 waiting");
}

#[test]
fn most_urgent_first() {
    let mut w = Workshop::default();
    for (name, urgency) in [("a", 3), ("b", 8), ("c", 1), ("d", 5)] {
        w.report(name, urgency);
    }
    assert_eq!(w.work_off(3), ["b", "d", "a"]);
    assert_eq!(w.next().map(|r| r.urgency), Some(1));
    assert!(w.work_off(3).is_empty());
}
