---
code: E0373
---
//! Frost alarms for a vineyard.

/// A probe hands its measurements to whoever subscribed.
#[derive(Default)]
pub struct Probe {
    subscribers: Vec<Box<dyn FnMut(i32)>>,
}

impl Probe {
    pub fn subscribe<F>(&mut self, subscriber: F)
    where
        F: FnMut(i32) + 'static,
    {
        self.subscribers.push(Box::new(subscriber));
    }

    pub fn measure(&mut self, degrees: i32) {
        for subscriber in &mut self.subscribers {
            subscriber(degrees);
        }
    }
}

/// Feeds a night's measurements to a probe and counts the frost alarms: one
/// whenever it gets colder than `limit` after it was not.
pub fn alarms(night: &[i32], limit: i32) -> u32 {
    let mut probe = Probe::default();
    let mut alarms = 0;
    let mut cold = false;
    probe.subscribe(|degrees| {
        if degrees < limit && !cold {
            alarms += 1;
        }
        cold = degrees < limit;
    });
    for &degrees in night {
        probe.measure(degrees);
    }
    alarms
}
==== fixed
//! Frost alarms for a vineyard.

use std::cell::Cell;
use std::rc::Rc;

/// A probe hands its measurements to whoever subscribed.
#[derive(Default)]
pub struct Probe {
    subscribers: Vec<Box<dyn FnMut(i32)>>,
}

impl Probe {
    pub fn subscribe<F>(&mut self, subscriber: F)
    where
        F: FnMut(i32) + 'static,
    {
        self.subscribers.push(Box::new(subscriber));
    }

    pub fn measure(&mut self, degrees: i32) {
        for subscriber in &mut self.subscribers {
            subscriber(degrees);
        }
    }
}

/// Feeds a night's measurements to a probe and counts the frost alarms: one
/// whenever it gets colder than `limit` after it was not.
pub fn alarms(night: &[i32], limit: i32) -> u32 {
    let mut probe = Probe::default();
    let alarms = Rc::new(Cell::new(0));
    let raised = Rc::clone(&alarms);
    let mut cold = false;
    probe.subscribe(move |degrees| {
        if degrees < limit && !cold {
            raised.set(raised.get() + 1);
        }
        cold = degrees < limit;
    });
    for &degrees in night {
        probe.measure(degrees);
    }
    alarms.get()
}
==== tests
#[test]
fn one_alarm_for_each_frost() {
    assert_eq!(alarms(&[4, 1, -1, -2, 0, 3, -1, 2], 0), 2);
    assert_eq!(alarms(&[4, 1, -1, -2, 0, 3, -1, 2], 2), 2);
}

#[test]
fn no_frost() {
    assert_eq!(alarms(&[4, 5, 6], 0), 0);
    assert_eq!(alarms(&[], 0), 0);
    assert_eq!(alarms(&[-3, -3], 0), 1);
}
