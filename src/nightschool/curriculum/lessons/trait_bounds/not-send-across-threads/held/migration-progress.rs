---
code: E0277
---
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

#[derive(Debug, Clone)]
pub struct Shard {
    pub name: String,
    pub rows: u64,
}

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Progress {
    pub rows_moved: u64,
    pub finished: Vec<String>,
}

fn migrate_shard(shard: &Shard) -> u64 {
    // empty shards still have one bookkeeping row
    shard.rows.max(1)
}

/// Migrates every shard on a thread of its own and reports the common
/// progress, with the finished shards in name order.
pub fn migrate_all(shards: Vec<Shard>) -> Progress {
    let progress = Rc::new(RefCell::new(Progress::default()));
    let mut workers = Vec::new();
    for shard in shards {
        let progress = Rc::clone(&progress);
        workers.push(thread::spawn(move || {
            let moved = migrate_shard(&shard);
            let mut state = progress.borrow_mut();
            state.rows_moved += moved;
            state.finished.push(shard.name);
        }));
    }
    for worker in workers {
        worker.join().expect("migration worker panicked");
    }
    let mut done = progress.borrow().clone();
    done.finished.sort();
    done
}
==== fixed
use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Debug, Clone)]
pub struct Shard {
    pub name: String,
    pub rows: u64,
}

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Progress {
    pub rows_moved: u64,
    pub finished: Vec<String>,
}

fn migrate_shard(shard: &Shard) -> u64 {
    // empty shards still have one bookkeeping row
    shard.rows.max(1)
}

/// Migrates every shard on a thread of its own and reports the common
/// progress, with the finished shards in name order.
pub fn migrate_all(shards: Vec<Shard>) -> Progress {
    let progress = Arc::new(Mutex::new(Progress::default()));
    let mut workers = Vec::new();
    for shard in shards {
        let progress = Arc::clone(&progress);
        workers.push(thread::spawn(move || {
            let moved = migrate_shard(&shard);
            let mut state = progress.lock().unwrap();
            state.rows_moved += moved;
            state.finished.push(shard.name);
        }));
    }
    for worker in workers {
        worker.join().expect("migration worker panicked");
    }
    let mut done = progress.lock().unwrap().clone();
    done.finished.sort();
    done
}
==== tests
    fn shard(name: &str, rows: u64) -> Shard {
        Shard { name: name.into(), rows }
    }
    #[test]
    fn sums_over_threads() {
        let p = migrate_all(vec![shard("c", 5), shard("a", 7), shard("b", 0)]);
        assert_eq!(p.rows_moved, 13);
        assert_eq!(p.finished, vec!["a", "b", "c"]);
    }
    #[test]
    fn nothing_to_do() {
        assert_eq!(migrate_all(Vec::new()), Progress::default());
    }
