---
code: E0277
---
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread;

pub type MeterId = u32;

#[derive(Debug, Clone, PartialEq)]
pub struct Poll {
    pub meter: MeterId,
    pub watt_hours: u64,
}

fn read_register(meter: MeterId) -> Poll {
    Poll { meter, watt_hours: u64::from(meter) * 1000 + 7 }
}

/// Polls the meters of a street on one thread each and gives their registers.
/// A meter that is named twice is polled twice, its readings are added.
pub fn poll_street(meters: &[MeterId]) -> BTreeMap<MeterId, u64> {
    let totals = Rc::new(RefCell::new(BTreeMap::new()));
    let mut workers = Vec::new();
    for &meter in meters {
        let totals = Rc::clone(&totals);
        workers.push(thread::spawn(move || {
            let poll = read_register(meter);
            *totals.borrow_mut().entry(poll.meter).or_insert(0) += poll.watt_hours;
        }));
    }
    for worker in workers {
        worker.join().expect("a poll panicked");
    }
    let result = totals.borrow().clone();
    result
}

pub fn street_total(meters: &[MeterId]) -> u64 {
    poll_street(meters).values().sum()
}
==== fixed
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub type MeterId = u32;

#[derive(Debug, Clone, PartialEq)]
pub struct Poll {
    pub meter: MeterId,
    pub watt_hours: u64,
}

fn read_register(meter: MeterId) -> Poll {
    Poll { meter, watt_hours: u64::from(meter) * 1000 + 7 }
}

/// Polls the meters of a street on one thread each and gives their registers.
/// A meter that is named twice is polled twice, its readings are added.
pub fn poll_street(meters: &[MeterId]) -> BTreeMap<MeterId, u64> {
    let totals = Arc::new(Mutex::new(BTreeMap::new()));
    let mut workers = Vec::new();
    for &meter in meters {
        let totals = Arc::clone(&totals);
        workers.push(thread::spawn(move || {
            let poll = read_register(meter);
            *totals.lock().unwrap().entry(poll.meter).or_insert(0) += poll.watt_hours;
        }));
    }
    for worker in workers {
        worker.join().expect("a poll panicked");
    }
    let result = totals.lock().unwrap().clone();
    result
}

pub fn street_total(meters: &[MeterId]) -> u64 {
    poll_street(meters).values().sum()
}
==== tests
#[test]
fn every_meter_is_polled() {
    let got = poll_street(&[3, 1, 2]);
    assert_eq!(got.into_iter().collect::<Vec<_>>(), [(1, 1007), (2, 2007), (3, 3007)]);
}

#[test]
fn twice_named_meters_add_up() {
    assert_eq!(poll_street(&[4, 4])[&4], 8014);
    assert_eq!(street_total(&[4, 4, 1]), 9021);
    assert_eq!(street_total(&[]), 0);
}
