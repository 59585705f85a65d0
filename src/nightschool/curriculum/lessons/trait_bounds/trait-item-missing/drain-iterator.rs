---
code: E0046
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub key: String,
    pub size: usize,
}

#[derive(Default)]
pub struct Queue {
    waiting: VecDeque<Message>,
}

impl Queue {
    pub fn push(&mut self, key: &str, size: usize) {
        self.waiting.push_back(Message { key: key.to_string(), size });
    }

    /// Takes messages, oldest first, as long as they fit into `budget` bytes
    /// together. What is not taken stays in the queue.
    pub fn drain_up_to(&mut self, budget: usize) -> DrainUpTo<'_> {
        DrainUpTo { queue: self, budget }
    }

    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}

pub struct DrainUpTo<'q> {
    queue: &'q mut Queue,
    budget: usize,
}

impl Iterator for DrainUpTo<'_> {
    fn next(&mut self) -> Option<Message> {
        let size = self.queue.waiting.front()?.size;
        self.budget = self.budget.checked_sub(size)?;
        self.queue.waiting.pop_front()
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub key: String,
    pub size: usize,
}

#[derive(Default)]
pub struct Queue {
    waiting: VecDeque<Message>,
}

impl Queue {
    pub fn push(&mut self, key: &str, size: usize) {
        self.waiting.push_back(Message { key: key.to_string(), size });
    }

    /// Takes messages, oldest first, as long as they fit into `budget` bytes
    /// together. What is not taken stays in the queue.
    pub fn drain_up_to(&mut self, budget: usize) -> DrainUpTo<'_> {
        DrainUpTo { queue: self, budget }
    }

    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}

pub struct DrainUpTo<'q> {
    queue: &'q mut Queue,
    budget: usize,
}

impl Iterator for DrainUpTo<'_> {
    type Item = Message;

    fn next(&mut self) -> Option<Message> {
        let size = self.queue.waiting.front()?.size;
        self.budget = self.budget.checked_sub(size)?;
        self.queue.waiting.pop_front()
    }
}
==== tests
#[test]
fn takes_what_fits() {
    let mut queue = Queue::default();
    queue.push("a", 4);
    queue.push("b", 3);
    queue.push("c", 5);
    let keys: Vec<String> = queue.drain_up_to(10).map(|message| message.key).collect();
    assert_eq!(keys, ["a", "b"]);
    assert_eq!(queue.len(), 1);
}

#[test]
fn too_large_first_message_stays() {
    let mut queue = Queue::default();
    queue.push("big", 11);
    assert_eq!(queue.drain_up_to(10).count(), 0);
    assert_eq!(queue.drain_up_to(11).map(|m| m.size).sum::<usize>(), 11);
    assert!(queue.is_empty());
}
