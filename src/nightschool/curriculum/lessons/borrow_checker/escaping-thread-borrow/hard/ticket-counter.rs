---
code: E0521
---
//! A box office: every desk sells from the same pool of seats.

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    pub free: u32,
    pub sold: Vec<String>,
}

pub struct BoxOffice {
    pool: Arc<Mutex<Pool>>,
}

impl BoxOffice {
    pub fn new(seats: u32) -> Self {
        BoxOffice { pool: Arc::new(Mutex::new(Pool { free: seats, sold: Vec::new() })) }
    }

    /// Opens a desk that sells up to `wanted` seats and answers how many
    /// it got.
    pub fn open_desk(&self, desk: &str, wanted: u32) -> JoinHandle<u32> {
        let pool = &self.pool;
        let desk = desk.to_string();
        thread::spawn(move || {
            let mut pool = pool.lock().unwrap();
            let got = wanted.min(pool.free);
            pool.free -= got;
            pool.sold.push(format!("{desk}: {got}"));
            got
        })
    }

    pub fn snapshot(&self) -> Pool {
        self.pool.lock().unwrap().clone()
    }
}
==== fixed
//! A box office: every desk sells from the same pool of seats.

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    pub free: u32,
    pub sold: Vec<String>,
}

pub struct BoxOffice {
    pool: Arc<Mutex<Pool>>,
}

impl BoxOffice {
    pub fn new(seats: u32) -> Self {
        BoxOffice { pool: Arc::new(Mutex::new(Pool { free: seats, sold: Vec::new() })) }
    }

    /// Opens a desk that sells up to `wanted` seats and answers how many
    /// it got.
    pub fn open_desk(&self, desk: &str, wanted: u32) -> JoinHandle<u32> {
        let pool = Arc::clone(&self.pool);
        let desk = desk.to_string();
        thread::spawn(move || {
            let mut pool = pool.lock().unwrap();
            let got = wanted.min(pool.free);
            pool.free -= got;
            pool.sold.push(format!("{desk}: {got}"));
            got
        })
    }

    pub fn snapshot(&self) -> Pool {
        self.pool.lock().unwrap().clone()
    }
}
==== tests
#[test]
fn desks_share_the_seats() {
    let office = BoxOffice::new(10);
    assert_eq!(office.open_desk("left", 7).join().unwrap(), 7);
    assert_eq!(office.open_desk("right", 7).join().unwrap(), 3);
    let pool = office.snapshot();
    assert_eq!(pool.free, 0);
    assert_eq!(pool.sold, ["left: 7", "right: 3"]);
}

#[test]
fn many_desks_at_once() {
    let office = BoxOffice::new(100);
    let desks: Vec<_> = (0..6).map(|n| office.open_desk(&n.to_string(), 9)).collect();
    let got: u32 = desks.into_iter().map(|desk| desk.join().unwrap()).sum();
    assert_eq!(got, 54);
    assert_eq!(office.snapshot().free, 46);
    assert_eq!(office.snapshot().sold.len(), 6);
}
