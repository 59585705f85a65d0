---
code: E0277
---
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

/// Hits per cache shard, shared by all workers.
#[derive(Debug, Default)]
struct HitTable {
    hits: Mutex<BTreeMap<String, u64>>,
}

impl HitTable {
    fn record(&self, shard: &str) {
        let mut hits = self.hits.lock().unwrap();
        *hits.entry(shard.to_string()).or_insert(0) += 1;
    }

    fn snapshot(&self) -> BTreeMap<String, u64> {
        self.hits.lock().unwrap().clone()
    }
}

/// Replays the workers' lookups, one thread for each worker, and returns the
/// hits of all workers together.
pub fn replay(workers: Vec<Vec<String>>) -> BTreeMap<String, u64> {
    let table = Rc::new(HitTable::default());
    let mut handles = Vec::new();
    for lookups in workers {
        let table = Rc::clone(&table);
        handles.push(thread::spawn(move || {
            for shard in &lookups {
                table.record(shard);
            }
        }));
    }
    for handle in handles {
        handle.join().expect("worker panicked");
    }
    table.snapshot()
}
==== fixed
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

/// Hits per cache shard, shared by all workers.
#[derive(Debug, Default)]
struct HitTable {
    hits: Mutex<BTreeMap<String, u64>>,
}

impl HitTable {
    fn record(&self, shard: &str) {
        let mut hits = self.hits.lock().unwrap();
        *hits.entry(shard.to_string()).or_insert(0) += 1;
    }

    fn snapshot(&self) -> BTreeMap<String, u64> {
        self.hits.lock().unwrap().clone()
    }
}

/// Replays the workers' lookups, one thread for each worker, and returns the
/// hits of all workers together.
pub fn replay(workers: Vec<Vec<String>>) -> BTreeMap<String, u64> {
    let table = Arc::new(HitTable::default());
    let mut handles = Vec::new();
    for lookups in workers {
        let table = Arc::clone(&table);
        handles.push(thread::spawn(move || {
            for shard in &lookups {
                table.record(shard);
            }
        }));
    }
    for handle in handles {
        handle.join().expect("worker panicked");
    }
    table.snapshot()
}
==== tests
#[test]
fn hits_of_all_workers_are_counted() {
    let words = |s: &str| s.split(' ').map(String::from).collect::<Vec<_>>();
    let hits = replay(vec![words("a b a"), words("b c"), words("a")]);
    let got: Vec<(&str, u64)> = hits.iter().map(|(k, &v)| (k.as_str(), v)).collect();
    assert_eq!(got, [("a", 3), ("b", 2), ("c", 1)]);
}

#[test]
fn no_workers_no_hits() {
    assert!(replay(Vec::new()).is_empty());
}
