---
code: E0277
---
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread;

fn fletcher16(bytes: &[u8]) -> u16 {
    let (mut low, mut high) = (0u16, 0u16);
    for byte in bytes {
        low = (low + u16::from(*byte)) % 255;
        high = (high + low) % 255;
    }
    (high << 8) | low
}

#[derive(Debug, Clone)]
pub struct Blob {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Computes the sums of all blobs, one thread each, keyed by name.
pub fn sums(blobs: Vec<Blob>) -> BTreeMap<String, u16> {
    let results = Rc::new(RefCell::new(BTreeMap::new()));
    let mut workers = Vec::new();
    for blob in blobs {
        let results = Rc::clone(&results);
        workers.push(thread::spawn(move || {
            let sum = fletcher16(&blob.bytes);
            results.borrow_mut().insert(blob.name, sum);
        }));
    }
    for worker in workers {
        worker.join().expect("worker panicked");
    }
    let sums = results.borrow().clone();
    sums
}

pub fn differing(before: &BTreeMap<String, u16>, after: &BTreeMap<String, u16>) -> Vec<String> {
    after
        .iter()
        .filter(|(name, sum)| before.get(*name) != Some(sum))
        .map(|(name, _)| name.clone())
        .collect()
}
==== fixed
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

fn fletcher16(bytes: &[u8]) -> u16 {
    let (mut low, mut high) = (0u16, 0u16);
    for byte in bytes {
        low = (low + u16::from(*byte)) % 255;
        high = (high + low) % 255;
    }
    (high << 8) | low
}

#[derive(Debug, Clone)]
pub struct Blob {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Computes the sums of all blobs, one thread each, keyed by name.
pub fn sums(blobs: Vec<Blob>) -> BTreeMap<String, u16> {
    let results = Arc::new(Mutex::new(BTreeMap::new()));
    let mut workers = Vec::new();
    for blob in blobs {
        let results = Arc::clone(&results);
        workers.push(thread::spawn(move || {
            let sum = fletcher16(&blob.bytes);
            results.lock().unwrap().insert(blob.name, sum);
        }));
    }
    for worker in workers {
        worker.join().expect("worker panicked");
    }
    let sums = results.lock().unwrap().clone();
    sums
}

pub fn differing(before: &BTreeMap<String, u16>, after: &BTreeMap<String, u16>) -> Vec<String> {
    after
        .iter()
        .filter(|(name, sum)| before.get(*name) != Some(sum))
        .map(|(name, _)| name.clone())
        .collect()
}
==== tests
fn blob(name: &str, text: &str) -> Blob {
    Blob { name: name.into(), bytes: text.as_bytes().to_vec() }
}

#[test]
fn known_sums() {
    let s = sums(vec![blob("a", "abcde"), blob("b", "abcdef"), blob("c", "")]);
    assert_eq!(s.len(), 3);
    assert_eq!(s["a"], 0xc8f0);
    assert_eq!(s["b"], 0x2057);
    assert_eq!(s["c"], 0);
}

#[test]
fn changes_are_seen() {
    let before = sums(vec![blob("a", "one"), blob("b", "two")]);
    let after = sums(vec![blob("a", "one"), blob("b", "owt"), blob("n", "x")]);
    assert_eq!(differing(&before, &after), ["b", "n"]);
}
