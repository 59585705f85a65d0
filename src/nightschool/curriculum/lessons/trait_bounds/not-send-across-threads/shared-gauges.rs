---
code: E0277
---
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Extremes {
    pub lowest: Option<i32>,
    pub highest: Option<i32>,
    pub count: usize,
}

impl Extremes {
    fn add(&mut self, value: i32) {
        self.lowest = Some(self.lowest.map_or(value, |low| low.min(value)));
        self.highest = Some(self.highest.map_or(value, |high| high.max(value)));
        self.count += 1;
    }
}

/// Gathers the values of all sensors, one thread for each sensor, into one
/// summary.
pub fn gather(sensors: Vec<Vec<i32>>) -> Extremes {
    let shared = Rc::new(RefCell::new(Extremes::default()));
    let mut handles = Vec::new();
    for values in sensors {
        let shared = Rc::clone(&shared);
        handles.push(thread::spawn(move || {
            for value in values {
                shared.borrow_mut().add(value);
            }
        }));
    }
    for handle in handles {
        handle.join().expect("sensor thread panicked");
    }
    let summary = shared.borrow().clone();
    summary
}
==== fixed
use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Extremes {
    pub lowest: Option<i32>,
    pub highest: Option<i32>,
    pub count: usize,
}

impl Extremes {
    fn add(&mut self, value: i32) {
        self.lowest = Some(self.lowest.map_or(value, |low| low.min(value)));
        self.highest = Some(self.highest.map_or(value, |high| high.max(value)));
        self.count += 1;
    }
}

/// Gathers the values of all sensors, one thread for each sensor, into one
/// summary.
pub fn gather(sensors: Vec<Vec<i32>>) -> Extremes {
    let shared = Arc::new(Mutex::new(Extremes::default()));
    let mut handles = Vec::new();
    for values in sensors {
        let shared = Arc::clone(&shared);
        handles.push(thread::spawn(move || {
            for value in values {
                shared.lock().unwrap().add(value);
            }
        }));
    }
    for handle in handles {
        handle.join().expect("sensor thread panicked");
    }
    let summary = shared.lock().unwrap().clone();
    summary
}
==== tests
#[test]
fn all_sensors_count() {
    let summary = gather(vec![vec![3, 9, -4], vec![], vec![12], vec![0, 1]]);
    assert_eq!(summary, Extremes { lowest: Some(-4), highest: Some(12), count: 6 });
}

#[test]
fn nothing_measured() {
    assert_eq!(gather(vec![]), Extremes::default());
    assert_eq!(gather(vec![vec![], vec![]]).lowest, None);
}

#[test]
fn many_values() {
    let sensors = (0..8).map(|s| (0..200).map(|v| v * 8 + s).collect()).collect();
    assert_eq!(gather(sensors), Extremes { lowest: Some(0), highest: Some(1599), count: 1600 });
}
