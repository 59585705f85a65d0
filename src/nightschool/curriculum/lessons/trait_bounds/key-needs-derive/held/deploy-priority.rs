---
code: E0277
---
use std::cmp::Reverse;

/// A deploy that waits for a slot. The fields stand in the order in which
/// they decide: urgency first, then whichever was queued earlier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deploy {
    pub urgency: u8,
    pub queued: Reverse<u32>,
    pub service: String,
}

#[derive(Debug, Default)]
pub struct Queue {
    waiting: Vec<Deploy>,
    next: u32,
}

impl Queue {
    pub fn push(&mut self, service: &str, urgency: u8) {
        self.waiting.push(Deploy {
            urgency,
            queued: Reverse(self.next),
            service: service.to_string(),
        });
        self.next += 1;
    }

    /// Takes the deploy that goes out next off the queue.
    pub fn pop(&mut self) -> Option<String> {
        self.waiting.sort();
        self.waiting.pop().map(|deploy| deploy.service)
    }

    pub fn peek(&self) -> Option<&str> {
        self.waiting.iter().max().map(|deploy| deploy.service.as_str())
    }
}
==== fixed
use std::cmp::Reverse;

/// A deploy that waits for a slot. The fields stand in the order in which
/// they decide: urgency first, then whichever was queued earlier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deploy {
    pub urgency: u8,
    pub queued: Reverse<u32>,
    pub service: String,
}

#[derive(Debug, Default)]
pub struct Queue {
    waiting: Vec<Deploy>,
    next: u32,
}

impl Queue {
    pub fn push(&mut self, service: &str, urgency: u8) {
        self.waiting.push(Deploy {
            urgency,
            queued: Reverse(self.next),
            service: service.to_string(),
        });
        self.next += 1;
    }

    /// Takes the deploy that goes out next off the queue.
    pub fn pop(&mut self) -> Option<String> {
        self.waiting.sort();
        self.waiting.pop().map(|deploy| deploy.service)
    }

    pub fn peek(&self) -> Option<&str> {
        self.waiting.iter().max().map(|deploy| deploy.service.as_str())
    }
}
==== tests
    #[test]
    fn urgent_first_then_oldest() {
        let mut q = Queue::default();
        q.push("web", 1);
        q.push("api", 5);
        q.push("db", 5);
        q.push("auth", 5);
        assert_eq!(q.peek(), Some("api"));
        let order: Vec<String> = std::iter::from_fn(|| q.pop()).collect();
        assert_eq!(order, vec!["api", "db", "auth", "web"]);
    }
    #[test]
    fn empty() {
        let mut q = Queue::default();
        assert_eq!(q.pop(), None);
        assert_eq!(q.peek(), None);
    }
