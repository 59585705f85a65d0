---
code: E0277
---
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Takings {
    pub sales: u32,
    pub cents: u64,
}

impl Takings {
    fn ring_up(&mut self, cents: u64) {
        self.sales += 1;
        self.cents += cents;
    }
}

/// Runs every till in its own thread; all of them ring up on the same takings.
pub fn open_tills(tills: Vec<Vec<u64>>) -> Takings {
    let takings = Rc::new(RefCell::new(Takings::default()));
    let mut handles = Vec::new();
    for receipts in tills {
        let takings = Rc::clone(&takings);
        handles.push(thread::spawn(move || {
            for cents in receipts {
                takings.borrow_mut().ring_up(cents);
            }
        }));
    }
    for handle in handles {
        handle.join().expect("a till crashed");
    }
    let total = takings.borrow().clone();
    total
}
==== fixed
use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Takings {
    pub sales: u32,
    pub cents: u64,
}

impl Takings {
    fn ring_up(&mut self, cents: u64) {
        self.sales += 1;
        self.cents += cents;
    }
}

/// Runs every till in its own thread; all of them ring up on the same takings.
pub fn open_tills(tills: Vec<Vec<u64>>) -> Takings {
    let takings = Arc::new(Mutex::new(Takings::default()));
    let mut handles = Vec::new();
    for receipts in tills {
        let takings = Arc::clone(&takings);
        handles.push(thread::spawn(move || {
            for cents in receipts {
                takings.lock().unwrap().ring_up(cents);
            }
        }));
    }
    for handle in handles {
        handle.join().expect("a till crashed");
    }
    let total = takings.lock().unwrap().clone();
    total
}
==== tests
#[test]
fn all_tills_count() {
    let t = open_tills(vec![vec![100, 250], vec![], vec![5, 5, 5]]);
    assert_eq!(t, Takings { sales: 5, cents: 365 });
}

#[test]
fn many_sales_are_not_lost() {
    let t = open_tills((0..8).map(|_| vec![3; 200]).collect());
    assert_eq!(t, Takings { sales: 1600, cents: 4800 });
    assert_eq!(open_tills(vec![]), Takings::default());
}
