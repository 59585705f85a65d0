---
code: E0277
edition: "2024"
---
use std::cell::Cell;
use std::collections::HashMap;
use std::thread;

/// Counts bottles that leave the line.
#[derive(Debug, Default)]
pub struct Counter {
    full: Cell<u32>,
    rejected: Cell<u32>,
}

impl Counter {
    pub fn bottle(&self, millilitres: u32) {
        let counter = if (495..=505).contains(&millilitres) { &self.full } else { &self.rejected };
        counter.set(counter.get() + 1);
    }

    /// Full bottles and rejected ones.
    pub fn totals(&self) -> (u32, u32) {
        (self.full.get(), self.rejected.get())
    }
}

/// Lets every filling line run on its own thread, all of them with one counter.
pub fn run_lines(lines: &HashMap<String, Vec<u32>>) -> (u32, u32) {
    let counter = Counter::default();
    let shared = &counter;
    thread::scope(|scope| {
        for fills in lines.values() {
            scope.spawn(move || {
                for &millilitres in fills {
                    shared.bottle(millilitres);
                }
            });
        }
    });
    counter.totals()
}

/// The longest run of rejected bottles of one line.
pub fn worst_run(fills: &[u32]) -> u32 {
    let run = Cell::new(0);
    fills
        .iter()
        .map(|ml| {
            run.set(if (495..=505).contains(ml) { 0 } else { run.get() + 1 });
            run.get()
        })
        .max()
        .unwrap_or(0)
}
==== fixed
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

/// Counts bottles that leave the line.
#[derive(Debug, Default)]
pub struct Counter {
    full: AtomicU32,
    rejected: AtomicU32,
}

impl Counter {
    pub fn bottle(&self, millilitres: u32) {
        let counter = if (495..=505).contains(&millilitres) { &self.full } else { &self.rejected };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    /// Full bottles and rejected ones.
    pub fn totals(&self) -> (u32, u32) {
        (self.full.load(Ordering::Relaxed), self.rejected.load(Ordering::Relaxed))
    }
}

/// Lets every filling line run on its own thread, all of them with one counter.
pub fn run_lines(lines: &HashMap<String, Vec<u32>>) -> (u32, u32) {
    let counter = Counter::default();
    let shared = &counter;
    thread::scope(|scope| {
        for fills in lines.values() {
            scope.spawn(move || {
                for &millilitres in fills {
                    shared.bottle(millilitres);
                }
            });
        }
    });
    counter.totals()
}

/// The longest run of rejected bottles of one line.
pub fn worst_run(fills: &[u32]) -> u32 {
    let run = Cell::new(0);
    fills
        .iter()
        .map(|ml| {
            run.set(if (495..=505).contains(ml) { 0 } else { run.get() + 1 });
            run.get()
        })
        .max()
        .unwrap_or(0)
}
==== tests
#[test]
fn all_lines_count() {
    let mut lines = HashMap::new();
    lines.insert("a".to_string(), vec![500, 495, 494]);
    lines.insert("b".to_string(), vec![506, 505]);
    lines.insert("c".to_string(), vec![]);
    assert_eq!(run_lines(&lines), (3, 2));
    assert_eq!(run_lines(&HashMap::new()), (0, 0));
}

#[test]
fn counter_and_runs() {
    let c = Counter::default();
    for ml in [500, 1, 2, 500, 3] {
        c.bottle(ml);
    }
    assert_eq!(c.totals(), (2, 3));
    assert_eq!(worst_run(&[500, 1, 2, 500, 3]), 2);
}
