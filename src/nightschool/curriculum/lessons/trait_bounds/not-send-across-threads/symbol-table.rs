---
code: E0277
---
use std::collections::HashMap;
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

/// Gives every name one number, in the order of first sight.
#[derive(Default)]
pub struct Interner {
    ids: HashMap<String, usize>,
}

impl Interner {
    pub fn intern(&mut self, name: &str) -> usize {
        let next = self.ids.len();
        *self.ids.entry(name.to_string()).or_insert(next)
    }
}

fn identifiers(source: &str) -> impl Iterator<Item = &str> {
    source
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

/// Scans every file on its own thread into one common table; returns how many
/// different identifiers there are in all of them.
pub fn count_identifiers(files: Vec<String>) -> usize {
    let interner = Rc::new(RefCell::new(Interner::default()));
    let workers: Vec<_> = files
        .into_iter()
        .map(|source| {
            let interner = Rc::clone(&interner);
            thread::spawn(move || {
                for name in identifiers(&source) {
                    interner.borrow_mut().intern(name);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().expect("scanner panicked");
    }
    let count = interner.borrow().ids.len();
    count
}
==== fixed
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::thread;

/// Gives every name one number, in the order of first sight.
#[derive(Default)]
pub struct Interner {
    ids: HashMap<String, usize>,
}

impl Interner {
    pub fn intern(&mut self, name: &str) -> usize {
        let next = self.ids.len();
        *self.ids.entry(name.to_string()).or_insert(next)
    }
}

fn identifiers(source: &str) -> impl Iterator<Item = &str> {
    source
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

/// Scans every file on its own thread into one common table; returns how many
/// different identifiers there are in all of them.
pub fn count_identifiers(files: Vec<String>) -> usize {
    let interner = Arc::new(Mutex::new(Interner::default()));
    let workers: Vec<_> = files
        .into_iter()
        .map(|source| {
            let interner = Arc::clone(&interner);
            thread::spawn(move || {
                for name in identifiers(&source) {
                    interner.lock().unwrap().intern(name);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().expect("scanner panicked");
    }
    let count = interner.lock().unwrap().ids.len();
    count
}
==== tests
#[test]
fn shared_names_count_once() {
    let files = vec![
        "let a = b + 1;".to_string(),
        "let c = a * b;".to_string(),
        "_x(9)".to_string(),
    ];
    // let, a, b, c, _x
    assert_eq!(count_identifiers(files), 5);
}
#[test]
fn nothing_to_scan() {
    assert_eq!(count_identifiers(vec![]), 0);
    assert_eq!(count_identifiers(vec!["1 + 2".to_string()]), 0);
}
#[test]
fn ids_follow_first_sight() {
    let mut i = Interner::default();
    assert_eq!((i.intern("x"), i.intern("y"), i.intern("x")), (0, 1, 0));
}
