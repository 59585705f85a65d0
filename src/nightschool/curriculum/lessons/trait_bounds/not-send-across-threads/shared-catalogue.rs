---
code: E0277
---
use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread;

#[derive(Debug)]
pub struct Catalogue {
    copies: BTreeMap<String, u32>,
}

impl Catalogue {
    pub fn from_pairs(pairs: &[(&str, u32)]) -> Self {
        let copies = pairs.iter().map(|(t, n)| (t.to_string(), *n)).collect();
        Catalogue { copies }
    }

    fn has(&self, title: &str) -> bool {
        self.copies.get(title).map_or(false, |n| *n > 0)
    }
}

/// Every reader's wishes are checked in a thread of their own; the answers come in the order
/// of the readers and hold the wishes that can be met, in the order they were made.
pub fn check_wishes(catalogue: Catalogue, readers: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let catalogue = Rc::new(catalogue);
    let handles: Vec<_> = readers
        .into_iter()
        .map(|mut wishes| {
            let catalogue = Rc::clone(&catalogue);
            thread::spawn(move || {
                wishes.retain(|title| catalogue.has(title));
                wishes
            })
        })
        .collect();
    handles.into_iter().map(|h| h.join().unwrap()).collect()
}
==== fixed
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

#[derive(Debug)]
pub struct Catalogue {
    copies: BTreeMap<String, u32>,
}

impl Catalogue {
    pub fn from_pairs(pairs: &[(&str, u32)]) -> Self {
        let copies = pairs.iter().map(|(t, n)| (t.to_string(), *n)).collect();
        Catalogue { copies }
    }

    fn has(&self, title: &str) -> bool {
        self.copies.get(title).map_or(false, |n| *n > 0)
    }
}

/// Every reader's wishes are checked in a thread of their own; the answers come in the order
/// of the readers and hold the wishes that can be met, in the order they were made.
pub fn check_wishes(catalogue: Catalogue, readers: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let catalogue = Arc::new(catalogue);
    let handles: Vec<_> = readers
        .into_iter()
        .map(|mut wishes| {
            let catalogue = Arc::clone(&catalogue);
            thread::spawn(move || {
                wishes.retain(|title| catalogue.has(title));
                wishes
            })
        })
        .collect();
    handles.into_iter().map(|h| h.join().unwrap()).collect()
}
==== tests
fn s(titles: &[&str]) -> Vec<String> {
    titles.iter().map(|t| t.to_string()).collect()
}

#[test]
fn answers_in_order() {
    let c = Catalogue::from_pairs(&[("Emma", 2), ("Dune", 0), ("Kim", 1)]);
    let got = check_wishes(c, vec![s(&["Kim", "Dune", "Emma"]), s(&[]), s(&["Emma", "Ulysses"])]);
    assert_eq!(got, vec![s(&["Kim", "Emma"]), s(&[]), s(&["Emma"])]);
}

#[test]
fn no_readers() {
    let c = Catalogue::from_pairs(&[("Emma", 2)]);
    assert!(check_wishes(c, vec![]).is_empty());
}
