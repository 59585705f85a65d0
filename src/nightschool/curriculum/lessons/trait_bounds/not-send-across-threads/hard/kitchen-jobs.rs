---
code: E0277
---
//! A kitchen that works its orders off in a thread of its own.

use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce(&mut Kitchen)>;

#[derive(Debug, Default, PartialEq)]
pub struct Kitchen {
    pub flour: u32,
    pub served: Vec<String>,
}

#[derive(Default)]
pub struct Shift {
    jobs: Vec<Job>,
}

impl Shift {
    pub fn bake(&mut self, name: &str, flour: u32) {
        let name = name.to_string();
        self.jobs.push(Box::new(move |kitchen| {
            if kitchen.flour >= flour {
                kitchen.flour -= flour;
                kitchen.served.push(name);
            }
        }));
    }

    pub fn deliver(&mut self, flour: u32) {
        self.jobs.push(Box::new(move |kitchen| kitchen.flour += flour));
    }

    /// Sends the jobs to the kitchen in the order in which they came in.
    pub fn run(self, mut kitchen: Kitchen) -> Kitchen {
        let (pass, orders) = mpsc::channel::<Job>();
        let cook = thread::spawn(move || {
            for job in orders {
                job(&mut kitchen);
            }
            kitchen
        });
        for job in self.jobs {
            pass.send(job).expect("the kitchen is closed");
        }
        drop(pass);
        cook.join().expect("the kitchen burned down")
    }
}
==== fixed
//! A kitchen that works its orders off in a thread of its own.

use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce(&mut Kitchen) + Send>;

#[derive(Debug, Default, PartialEq)]
pub struct Kitchen {
    pub flour: u32,
    pub served: Vec<String>,
}

#[derive(Default)]
pub struct Shift {
    jobs: Vec<Job>,
}

impl Shift {
    pub fn bake(&mut self, name: &str, flour: u32) {
        let name = name.to_string();
        self.jobs.push(Box::new(move |kitchen| {
            if kitchen.flour >= flour {
                kitchen.flour -= flour;
                kitchen.served.push(name);
            }
        }));
    }

    pub fn deliver(&mut self, flour: u32) {
        self.jobs.push(Box::new(move |kitchen| kitchen.flour += flour));
    }

    /// Sends the jobs to the kitchen in the order in which they came in.
    pub fn run(self, mut kitchen: Kitchen) -> Kitchen {
        let (pass, orders) = mpsc::channel::<Job>();
        let cook = thread::spawn(move || {
            for job in orders {
                job(&mut kitchen);
            }
            kitchen
        });
        for job in self.jobs {
            pass.send(job).expect("the kitchen is closed");
        }
        drop(pass);
        cook.join().expect("the kitchen burned down")
    }
}
==== tests
#[test]
fn jobs_run_in_order() {
    let mut shift = Shift::default();
    shift.bake("rolls", 300);
    shift.bake("cake", 500);
    shift.deliver(1000);
    shift.bake("bread", 900);
    let after = shift.run(Kitchen { flour: 400, served: Vec::new() });
    assert_eq!(after, Kitchen { flour: 200, served: vec!["rolls".to_string(), "bread".to_string()] });
}

#[test]
fn a_quiet_shift() {
    assert_eq!(Shift::default().run(Kitchen::default()), Kitchen::default());
}
