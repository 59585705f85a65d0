---
code: E0277
---
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::thread;

/// Counts per word length.
#[derive(Default)]
pub struct Histogram {
    bins: RefCell<BTreeMap<usize, usize>>,
}

impl Histogram {
    pub fn record(&self, length: usize) {
        *self.bins.borrow_mut().entry(length).or_insert(0) += 1;
    }

    /// Length and count of all bins, shortest first.
    pub fn bins(&self) -> Vec<(usize, usize)> {
        self.bins.borrow().iter().map(|(length, count)| (*length, *count)).collect()
    }

    pub fn total(&self) -> usize {
        self.bins.borrow().values().sum()
    }
}

/// Fills one histogram from all texts, each on a thread of its own.
pub fn word_lengths(texts: &[&str]) -> Histogram {
    let histogram = Histogram::default();
    thread::scope(|scope| {
        for text in texts {
            let histogram = &histogram;
            scope.spawn(move || {
                for word in text.split_whitespace() {
                    histogram.record(word.len());
                }
            });
        }
    });
    histogram
}
==== fixed
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

/// Counts per word length.
#[derive(Default)]
pub struct Histogram {
    bins: Mutex<BTreeMap<usize, usize>>,
}

impl Histogram {
    pub fn record(&self, length: usize) {
        *self.bins.lock().unwrap().entry(length).or_insert(0) += 1;
    }

    /// Length and count of all bins, shortest first.
    pub fn bins(&self) -> Vec<(usize, usize)> {
        self.bins.lock().unwrap().iter().map(|(length, count)| (*length, *count)).collect()
    }

    pub fn total(&self) -> usize {
        self.bins.lock().unwrap().values().sum()
    }
}

/// Fills one histogram from all texts, each on a thread of its own.
pub fn word_lengths(texts: &[&str]) -> Histogram {
    let histogram = Histogram::default();
    thread::scope(|scope| {
        for text in texts {
            let histogram = &histogram;
            scope.spawn(move || {
                for word in text.split_whitespace() {
                    histogram.record(word.len());
                }
            });
        }
    });
    histogram
}
==== tests
#[test]
fn all_texts_count() {
    let histogram = word_lengths(&["a bb a", "", "ccc bb", "a"]);
    assert_eq!(histogram.bins(), vec![(1, 3), (2, 2), (3, 1)]);
    assert_eq!(histogram.total(), 6);
}

#[test]
fn recording_goes_on() {
    let histogram = word_lengths(&["xy"]);
    histogram.record(2);
    assert_eq!(histogram.bins(), vec![(2, 2)]);
    assert_eq!(word_lengths(&[]).total(), 0);
}
