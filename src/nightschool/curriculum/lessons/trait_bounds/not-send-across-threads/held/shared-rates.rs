---
code: E0277
---
use std::cell::Cell;
use std::sync::Arc;
use std::thread;

/// Counts what passes a till, from several threads at once.
#[derive(Debug, Default)]
pub struct Meter {
    cents: Cell<i64>,
    payments: Cell<usize>,
}

impl Meter {
    /// Refunds are negative and are no payments.
    pub fn record(&self, cents: i64) {
        self.cents.set(self.cents.get() + cents);
        if cents > 0 {
            self.payments.set(self.payments.get() + 1);
        }
    }

    pub fn total(&self) -> i64 {
        self.cents.get()
    }

    pub fn payments(&self) -> usize {
        self.payments.get()
    }
}

/// Lets every till book its amounts in a thread of its own, all on one meter.
pub fn run_tills(tills: Vec<Vec<i64>>) -> (i64, usize) {
    let meter = Arc::new(Meter::default());
    let threads: Vec<_> = tills
        .into_iter()
        .map(|amounts| {
            let meter = Arc::clone(&meter);
            thread::spawn(move || {
                for cents in amounts {
                    meter.record(cents);
                }
            })
        })
        .collect();
    for handle in threads {
        handle.join().expect("till panicked");
    }
    (meter.total(), meter.payments())
}
==== fixed
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread;

/// Counts what passes a till, from several threads at once.
#[derive(Debug, Default)]
pub struct Meter {
    cents: AtomicI64,
    payments: AtomicUsize,
}

impl Meter {
    /// Refunds are negative and are no payments.
    pub fn record(&self, cents: i64) {
        self.cents.fetch_add(cents, Ordering::Relaxed);
        if cents > 0 {
            self.payments.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub fn total(&self) -> i64 {
        self.cents.load(Ordering::Relaxed)
    }

    pub fn payments(&self) -> usize {
        self.payments.load(Ordering::Relaxed)
    }
}

/// Lets every till book its amounts in a thread of its own, all on one meter.
pub fn run_tills(tills: Vec<Vec<i64>>) -> (i64, usize) {
    let meter = Arc::new(Meter::default());
    let threads: Vec<_> = tills
        .into_iter()
        .map(|amounts| {
            let meter = Arc::clone(&meter);
            thread::spawn(move || {
                for cents in amounts {
                    meter.record(cents);
                }
            })
        })
        .collect();
    for handle in threads {
        handle.join().expect("till panicked");
    }
    (meter.total(), meter.payments())
}
==== tests
#[test]
fn nothing_is_lost() {
    let tills = (1..=4).map(|n| vec![n; 500]).collect();
    assert_eq!(run_tills(tills), (5000, 2000));
}

#[test]
fn refunds() {
    assert_eq!(run_tills(vec![vec![300, -100], vec![], vec![-50, 25]]), (175, 2));
    let m = Meter::default();
    m.record(-7);
    assert_eq!((m.total(), m.payments()), (-7, 0));
}
