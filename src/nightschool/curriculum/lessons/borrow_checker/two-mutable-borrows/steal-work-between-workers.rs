---
code: E0499
---
use std::collections::VecDeque;

#[derive(Debug, Default)]
pub struct Worker {
    pub queue: VecDeque<u64>,
    pub stolen: usize,
}

#[derive(Debug)]
pub struct Pool {
    pub workers: Vec<Worker>,
}

impl Pool {
    pub fn new(size: usize) -> Self {
        Pool { workers: (0..size).map(|_| Worker::default()).collect() }
    }

    /// Moves half of the victim's jobs (rounded down), taken from the
    /// back, to the end of the thief's queue, keeping their order.
    pub fn steal(&mut self, thief: usize, victim: usize) -> usize {
        if thief == victim {
            return 0;
        }
        let to = &mut self.workers[thief];
        let from = &mut self.workers[victim];
        let keep = from.queue.len() - from.queue.len() / 2;
        let mut taken = from.queue.split_off(keep);
        to.stolen += taken.len();
        let count = taken.len();
        to.queue.append(&mut taken);
        count
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Default)]
pub struct Worker {
    pub queue: VecDeque<u64>,
    pub stolen: usize,
}

#[derive(Debug)]
pub struct Pool {
    pub workers: Vec<Worker>,
}

impl Pool {
    pub fn new(size: usize) -> Self {
        Pool { workers: (0..size).map(|_| Worker::default()).collect() }
    }

    /// Moves half of the victim's jobs (rounded down), taken from the
    /// back, to the end of the thief's queue, keeping their order.
    pub fn steal(&mut self, thief: usize, victim: usize) -> usize {
        if thief == victim {
            return 0;
        }
        let from = &mut self.workers[victim];
        let keep = from.queue.len() - from.queue.len() / 2;
        let mut taken = from.queue.split_off(keep);
        let to = &mut self.workers[thief];
        to.stolen += taken.len();
        let count = taken.len();
        to.queue.append(&mut taken);
        count
    }
}
==== tests
#[test]
fn takes_back_half() {
    let mut p = Pool::new(2);
    p.workers[0].queue.extend([1, 2, 3, 4, 5]);
    p.workers[1].queue.push_back(9);
    assert_eq!(p.steal(1, 0), 2);
    assert_eq!(p.workers[0].queue, [1, 2, 3]);
    assert_eq!(p.workers[1].queue, [9, 4, 5]);
    assert_eq!(p.workers[1].stolen, 2);
    assert_eq!(p.workers[0].stolen, 0);
}

#[test]
fn works_downwards_and_with_self() {
    let mut p = Pool::new(3);
    p.workers[2].queue.extend([7, 8]);
    assert_eq!(p.steal(0, 2), 1);
    assert_eq!(p.workers[0].queue, [8]);
    assert_eq!(p.steal(2, 2), 0);
    assert_eq!(p.workers[2].queue, [7]);
}
