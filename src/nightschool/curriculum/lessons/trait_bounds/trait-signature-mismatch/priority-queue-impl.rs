---
code: E0053
---
use std::collections::VecDeque;

/// A queue whose `pop` returns the most urgent item.
pub trait PriorityQueue<T> {
    fn push(&mut self, urgency: u8, item: T);

    fn pop(&mut self) -> Option<T>;

    fn len(&self) -> usize;

    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// One first-in first-out lane per urgency, the last lane being the most
/// urgent one. Greater urgencies than there are lanes use the last lane.
pub struct Lanes<T> {
    lanes: Vec<VecDeque<T>>,
}

impl<T> Lanes<T> {
    pub fn new(count: usize) -> Self {
        assert!(count > 0);
        Lanes { lanes: (0..count).map(|_| VecDeque::new()).collect() }
    }
}

impl<T> PriorityQueue<T> for Lanes<T> {
    fn push(&mut self, urgency: usize, item: T) {
        let lane = urgency.min(self.lanes.len() - 1);
        self.lanes[lane].push_back(item);
    }

    fn pop(&mut self) -> Option<T> {
        self.lanes.iter_mut().rev().find_map(|lane| lane.pop_front())
    }

    fn len(&self) -> usize {
        self.lanes.iter().map(VecDeque::len).sum()
    }
}
==== fixed
use std::collections::VecDeque;

/// A queue whose `pop` returns the most urgent item.
pub trait PriorityQueue<T> {
    fn push(&mut self, urgency: u8, item: T);

    fn pop(&mut self) -> Option<T>;

    fn len(&self) -> usize;

    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// One first-in first-out lane per urgency, the last lane being the most
/// urgent one. Greater urgencies than there are lanes use the last lane.
pub struct Lanes<T> {
    lanes: Vec<VecDeque<T>>,
}

impl<T> Lanes<T> {
    pub fn new(count: usize) -> Self {
        assert!(count > 0);
        Lanes { lanes: (0..count).map(|_| VecDeque::new()).collect() }
    }
}

impl<T> PriorityQueue<T> for Lanes<T> {
    fn push(&mut self, urgency: u8, item: T) {
        let lane = usize::from(urgency).min(self.lanes.len() - 1);
        self.lanes[lane].push_back(item);
    }

    fn pop(&mut self) -> Option<T> {
        self.lanes.iter_mut().rev().find_map(|lane| lane.pop_front())
    }

    fn len(&self) -> usize {
        self.lanes.iter().map(VecDeque::len).sum()
    }
}
==== tests
#[test]
fn urgent_first_then_fifo() {
    let mut q = Lanes::new(3);
    q.push(0u8, "a");
    q.push(2u8, "b");
    q.push(1u8, "c");
    q.push(2u8, "d");
    assert_eq!(q.len(), 4);
    let out: Vec<_> = std::iter::from_fn(|| q.pop()).collect();
    assert_eq!(out, vec!["b", "d", "c", "a"]);
    assert!(q.is_empty());
}

#[test]
fn very_urgent_uses_last_lane() {
    let mut q = Lanes::new(2);
    q.push(1u8, 10);
    q.push(200u8, 20);
    q.push(0u8, 30);
    assert_eq!((q.pop(), q.pop(), q.pop()), (Some(10), Some(20), Some(30)));
}
