---
code: E0277
---
//! Several box offices sell the seats of one theatre.

use std::cell::Cell;
use std::thread;

pub struct Theatre {
    free: Cell<u32>,
}

impl Theatre {
    pub fn new(seats: u32) -> Self {
        Theatre { free: Cell::new(seats) }
    }

    pub fn free(&self) -> u32 {
        self.free.get()
    }

    /// Sells a seat, if one is left.
    fn sell(&self) -> bool {
        match self.free.get().checked_sub(1) {
            Some(rest) => {
                self.free.set(rest);
                true
            }
            None => false,
        }
    }
}

/// Lets each office sell to its queue; tells how many each of them sold.
pub fn open_offices(theatre: &Theatre, queues: &[u32]) -> Vec<u32> {
    thread::scope(|scope| {
        let offices: Vec<_> = queues
            .iter()
            .map(|&queue| scope.spawn(move || (0..queue).filter(|_| theatre.sell()).count() as u32))
            .collect();
        offices.into_iter().map(|office| office.join().unwrap()).collect()
    })
}
==== fixed
//! Several box offices sell the seats of one theatre.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

pub struct Theatre {
    free: AtomicU32,
}

impl Theatre {
    pub fn new(seats: u32) -> Self {
        Theatre { free: AtomicU32::new(seats) }
    }

    pub fn free(&self) -> u32 {
        self.free.load(Ordering::SeqCst)
    }

    /// Sells a seat, if one is left.
    fn sell(&self) -> bool {
        self.free
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |free| free.checked_sub(1))
            .is_ok()
    }
}

/// Lets each office sell to its queue; tells how many each of them sold.
pub fn open_offices(theatre: &Theatre, queues: &[u32]) -> Vec<u32> {
    thread::scope(|scope| {
        let offices: Vec<_> = queues
            .iter()
            .map(|&queue| scope.spawn(move || (0..queue).filter(|_| theatre.sell()).count() as u32))
            .collect();
        offices.into_iter().map(|office| office.join().unwrap()).collect()
    })
}
==== tests
#[test]
fn enough_seats_for_all() {
    let theatre = Theatre::new(100);
    assert_eq!(open_offices(&theatre, &[10, 0, 25]), [10, 0, 25]);
    assert_eq!(theatre.free(), 65);
}

#[test]
fn never_sells_more_than_there_are() {
    let theatre = Theatre::new(2000);
    let sold = open_offices(&theatre, &[1500, 1500, 1500]);
    assert_eq!(sold.iter().sum::<u32>(), 2000);
    assert_eq!(theatre.free(), 0);
    assert_eq!(open_offices(&theatre, &[3]), [0]);
}
