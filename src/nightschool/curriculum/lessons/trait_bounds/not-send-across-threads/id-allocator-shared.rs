---
code: E0277
---
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

/// Hands out small ids and reuses those given back.
#[derive(Default)]
pub struct IdAllocator {
    next: u32,
    free: Vec<u32>,
}

impl IdAllocator {
    pub fn alloc(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            let id = self.next;
            self.next += 1;
            id
        })
    }

    pub fn release(&mut self, id: u32) {
        self.free.push(id);
    }
}

/// Every worker takes `per_worker` ids from one allocator; the result holds all of them, sorted.
pub fn allocate_in_parallel(workers: usize, per_worker: usize) -> Vec<u32> {
    let ids = Rc::new(RefCell::new(IdAllocator::default()));
    let handles: Vec<_> = (0..workers)
        .map(|_| {
            let ids = Rc::clone(&ids);
            thread::spawn(move || {
                (0..per_worker)
                    .map(|_| ids.borrow_mut().alloc())
                    .collect::<Vec<u32>>()
            })
        })
        .collect();
    let mut all: Vec<u32> = handles
        .into_iter()
        .flat_map(|handle| handle.join().unwrap())
        .collect();
    all.sort_unstable();
    all
}
==== fixed
use std::sync::{Arc, Mutex};
use std::thread;

/// Hands out small ids and reuses those given back.
#[derive(Default)]
pub struct IdAllocator {
    next: u32,
    free: Vec<u32>,
}

impl IdAllocator {
    pub fn alloc(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            let id = self.next;
            self.next += 1;
            id
        })
    }

    pub fn release(&mut self, id: u32) {
        self.free.push(id);
    }
}

/// Every worker takes `per_worker` ids from one allocator; the result holds all of them, sorted.
pub fn allocate_in_parallel(workers: usize, per_worker: usize) -> Vec<u32> {
    let ids = Arc::new(Mutex::new(IdAllocator::default()));
    let handles: Vec<_> = (0..workers)
        .map(|_| {
            let ids = Arc::clone(&ids);
            thread::spawn(move || {
                (0..per_worker)
                    .map(|_| ids.lock().unwrap().alloc())
                    .collect::<Vec<u32>>()
            })
        })
        .collect();
    let mut all: Vec<u32> = handles
        .into_iter()
        .flat_map(|handle| handle.join().unwrap())
        .collect();
    all.sort_unstable();
    all
}
==== tests
#[test]
fn no_id_is_given_twice() {
    assert_eq!(allocate_in_parallel(4, 25), (0..100).collect::<Vec<u32>>());
}

#[test]
fn no_workers_no_ids() {
    assert!(allocate_in_parallel(0, 5).is_empty());
}

#[test]
fn released_ids_come_back() {
    let mut ids = IdAllocator::default();
    let a = ids.alloc();
    ids.alloc();
    ids.release(a);
    assert_eq!(ids.alloc(), a);
}
