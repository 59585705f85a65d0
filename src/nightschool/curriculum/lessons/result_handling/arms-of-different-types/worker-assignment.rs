---
code: E0308
---
use std::collections::BTreeMap;

pub struct Worker {
    pub name: String,
    pub capacity: usize,
    pub running: Vec<u64>,
}

impl Worker {
    fn free(&self) -> usize {
        self.capacity.saturating_sub(self.running.len())
    }
}

#[derive(Default)]
pub struct Pool {
    workers: BTreeMap<u32, Worker>,
}

impl Pool {
    pub fn hire(&mut self, id: u32, name: &str, capacity: usize) {
        self.workers.insert(id, Worker { name: name.to_string(), capacity, running: Vec::new() });
    }

    fn least_busy(&self) -> Option<u32> {
        self.workers
            .iter()
            .filter(|(_, w)| w.free() > 0)
            .max_by_key(|(id, w)| (w.free(), std::cmp::Reverse(**id)))
            .map(|(id, _)| *id)
    }

    /// Picks the worker for a job: the one asked for if it has room,
    /// else the one with the most room.
    pub fn assign(&mut self, job: u64, wanted: Option<u32>) -> Option<&str> {
        let room = |id: &u32| self.workers.get(id).is_some_and(|w| w.free() > 0);
        let id = match wanted.filter(room) {
            Some(id) => id,
            None => self.least_busy(),
        };
        let worker = self.workers.get_mut(&id?)?;
        worker.running.push(job);
        Some(&worker.name)
    }
}
==== fixed
use std::collections::BTreeMap;

pub struct Worker {
    pub name: String,
    pub capacity: usize,
    pub running: Vec<u64>,
}

impl Worker {
    fn free(&self) -> usize {
        self.capacity.saturating_sub(self.running.len())
    }
}

#[derive(Default)]
pub struct Pool {
    workers: BTreeMap<u32, Worker>,
}

impl Pool {
    pub fn hire(&mut self, id: u32, name: &str, capacity: usize) {
        self.workers.insert(id, Worker { name: name.to_string(), capacity, running: Vec::new() });
    }

    fn least_busy(&self) -> Option<u32> {
        self.workers
            .iter()
            .filter(|(_, w)| w.free() > 0)
            .max_by_key(|(id, w)| (w.free(), std::cmp::Reverse(**id)))
            .map(|(id, _)| *id)
    }

    /// Picks the worker for a job: the one asked for if it has room,
    /// else the one with the most room.
    pub fn assign(&mut self, job: u64, wanted: Option<u32>) -> Option<&str> {
        let room = |id: &u32| self.workers.get(id).is_some_and(|w| w.free() > 0);
        let id = match wanted.filter(room) {
            Some(id) => Some(id),
            None => self.least_busy(),
        };
        let worker = self.workers.get_mut(&id?)?;
        worker.running.push(job);
        Some(&worker.name)
    }
}
==== tests
fn pool() -> Pool {
    let mut p = Pool::default();
    p.hire(1, "ann", 1);
    p.hire(2, "bo", 3);
    p
}

#[test]
fn wanted_worker_first() {
    let mut p = pool();
    assert_eq!(p.assign(10, Some(1)), Some("ann"));
    assert_eq!(p.assign(11, Some(1)), Some("bo"));
}

#[test]
fn unknown_or_none_goes_to_most_room() {
    let mut p = pool();
    assert_eq!(p.assign(1, Some(9)), Some("bo"));
    assert_eq!(p.assign(2, None), Some("bo"));
}

#[test]
fn full_pool_takes_nothing() {
    let mut p = pool();
    for job in 0..4 {
        assert!(p.assign(job, None).is_some());
    }
    assert_eq!(p.assign(5, Some(2)), None);
}
