---
code: E0373
---
use std::collections::HashMap;
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    pub postcode: u32,
    pub express: bool,
}

#[derive(Debug, Default, PartialEq)]
pub struct Bag {
    pub letters: usize,
    pub express: usize,
}

fn fill(letters: &[Letter], district: u32) -> Bag {
    let mut bag = Bag::default();
    for letter in letters.iter().filter(|l| l.postcode / 1000 == district) {
        bag.letters += 1;
        bag.express += usize::from(letter.express);
    }
    bag
}

/// Sorts a crate of letters into the bags of the districts; one worker per district.
pub fn sort_crate(letters: &[Letter], districts: &[u32]) -> HashMap<u32, Bag> {
    let mut workers = Vec::new();
    for district in districts.iter().copied() {
        let letters = letters.to_vec();
        workers.push((district, thread::spawn(|| fill(&letters, district))));
    }
    workers
        .into_iter()
        .map(|(district, worker)| (district, worker.join().expect("worker failed")))
        .collect()
}
==== fixed
use std::collections::HashMap;
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    pub postcode: u32,
    pub express: bool,
}

#[derive(Debug, Default, PartialEq)]
pub struct Bag {
    pub letters: usize,
    pub express: usize,
}

fn fill(letters: &[Letter], district: u32) -> Bag {
    let mut bag = Bag::default();
    for letter in letters.iter().filter(|l| l.postcode / 1000 == district) {
        bag.letters += 1;
        bag.express += usize::from(letter.express);
    }
    bag
}

/// Sorts a crate of letters into the bags of the districts; one worker per district.
pub fn sort_crate(letters: &[Letter], districts: &[u32]) -> HashMap<u32, Bag> {
    let mut workers = Vec::new();
    for district in districts.iter().copied() {
        let letters = letters.to_vec();
        workers.push((district, thread::spawn(move || fill(&letters, district))));
    }
    workers
        .into_iter()
        .map(|(district, worker)| (district, worker.join().expect("worker failed")))
        .collect()
}
==== tests
fn l(postcode: u32, express: bool) -> Letter {
    Letter { postcode, express }
}
#[test]
fn bags_per_district() {
    let bags = sort_crate(&[l(8001, true), l(8952, false), l(3011, false), l(9000, true)], &[8, 3, 1]);
    assert_eq!(bags.len(), 3);
    assert_eq!(bags[&8], Bag { letters: 2, express: 1 });
    assert_eq!(bags[&3], Bag { letters: 1, express: 0 });
    assert_eq!(bags[&1], Bag::default());
}
#[test]
fn no_districts() {
    assert!(sort_crate(&[l(1000, true)], &[]).is_empty());
}
