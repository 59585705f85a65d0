---
code: E0596
---
use std::collections::BTreeSet;

/// Numbers that can be handed out, always the lowest first.
#[derive(Debug, Clone)]
pub struct IdPool {
    free: BTreeSet<u16>,
}

impl IdPool {
    pub fn up_to(limit: u16) -> Self {
        IdPool { free: (0..limit).collect() }
    }

    pub fn acquire(&mut self) -> Option<u16> {
        self.free.pop_first()
    }

    pub fn release(&mut self, id: u16) {
        self.free.insert(id);
    }

    pub fn available(&self) -> usize {
        self.free.len()
    }
}

/// Takes `count` numbers out of the pool; if there are too few, the pool stays as it is.
pub fn acquire_many(pool: &IdPool, count: usize) -> Option<Vec<u16>> {
    if pool.available() < count {
        return None;
    }
    (0..count).map(|_| pool.acquire()).collect()
}

/// Serves the requests in turn and tells how many were granted.
pub fn serve(pool: &mut IdPool, requests: &[usize]) -> usize {
    requests
        .iter()
        .filter(|count| acquire_many(pool, **count).is_some())
        .count()
}
==== fixed
use std::collections::BTreeSet;

/// Numbers that can be handed out, always the lowest first.
#[derive(Debug, Clone)]
pub struct IdPool {
    free: BTreeSet<u16>,
}

impl IdPool {
    pub fn up_to(limit: u16) -> Self {
        IdPool { free: (0..limit).collect() }
    }

    pub fn acquire(&mut self) -> Option<u16> {
        self.free.pop_first()
    }

    pub fn release(&mut self, id: u16) {
        self.free.insert(id);
    }

    pub fn available(&self) -> usize {
        self.free.len()
    }
}

/// Takes `count` numbers out of the pool; if there are too few, the pool stays as it is.
pub fn acquire_many(pool: &mut IdPool, count: usize) -> Option<Vec<u16>> {
    if pool.available() < count {
        return None;
    }
    (0..count).map(|_| pool.acquire()).collect()
}

/// Serves the requests in turn and tells how many were granted.
pub fn serve(pool: &mut IdPool, requests: &[usize]) -> usize {
    requests
        .iter()
        .filter(|count| acquire_many(pool, **count).is_some())
        .count()
}
==== tests
#[test]
fn granted_ids_are_gone() {
    let mut pool = IdPool::up_to(5);
    assert_eq!(serve(&mut pool, &[2, 4, 1]), 2);
    assert_eq!(pool.available(), 2);
    assert_eq!(pool.acquire(), Some(3));
}

#[test]
fn refused_requests_cost_nothing() {
    let mut pool = IdPool::up_to(3);
    assert_eq!(serve(&mut pool, &[4, 9]), 0);
    assert_eq!(pool.available(), 3);
    pool.acquire();
    pool.release(0);
    assert_eq!(pool.acquire(), Some(0));
}
