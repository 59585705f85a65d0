---
code: E0277
---
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

/// Sales of one film, filled by several ticket windows at once.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Sales {
    pub tickets: u32,
    pub cents: u32,
}

impl Sales {
    fn sell(&mut self, cents: u32) {
        self.tickets += 1;
        self.cents += cents;
    }
}

/// Every inner list holds the prices one window sells at; all windows work in parallel.
pub fn sell_all(windows: Vec<Vec<u32>>) -> Sales {
    let sales = Rc::new(RefCell::new(Sales::default()));
    let mut workers = Vec::new();
    for prices in windows {
        let sales = Rc::clone(&sales);
        workers.push(thread::spawn(move || {
            for cents in prices {
                sales.borrow_mut().sell(cents);
            }
        }));
    }
    for worker in workers {
        worker.join().expect("a ticket window failed");
    }
    let total = sales.borrow().clone();
    total
}
==== fixed
use std::sync::{Arc, Mutex};
use std::thread;

/// Sales of one film, filled by several ticket windows at once.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Sales {
    pub tickets: u32,
    pub cents: u32,
}

impl Sales {
    fn sell(&mut self, cents: u32) {
        self.tickets += 1;
        self.cents += cents;
    }
}

/// Every inner list holds the prices one window sells at; all windows work in parallel.
pub fn sell_all(windows: Vec<Vec<u32>>) -> Sales {
    let sales = Arc::new(Mutex::new(Sales::default()));
    let mut workers = Vec::new();
    for prices in windows {
        let sales = Arc::clone(&sales);
        workers.push(thread::spawn(move || {
            for cents in prices {
                sales.lock().unwrap().sell(cents);
            }
        }));
    }
    for worker in workers {
        worker.join().expect("a ticket window failed");
    }
    let total = sales.lock().unwrap().clone();
    total
}
==== tests
#[test]
fn all_windows_count() {
    let sales = sell_all(vec![vec![900, 900], vec![700], vec![]]);
    assert_eq!(sales, Sales { tickets: 3, cents: 2500 });
}
#[test]
fn many() {
    let sales = sell_all(vec![vec![10; 200]; 4]);
    assert_eq!(sales, Sales { tickets: 800, cents: 8000 });
}
