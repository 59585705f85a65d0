---
code: E0277
---
use std::collections::{BTreeMap, BTreeSet};
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

pub type Edges = BTreeMap<String, Vec<String>>;

/// Packages that some root reaches; shared by all the walkers.
#[derive(Clone, Default)]
pub struct Reached {
    names: Arc<RefCell<BTreeSet<String>>>,
}

impl Reached {
    /// Marks a package; `false` if it was reached before.
    pub fn mark(&self, name: &str) -> bool {
        self.names.borrow_mut().insert(name.to_string())
    }

    pub fn sorted(&self) -> Vec<String> {
        self.names.borrow().iter().cloned().collect()
    }
}

fn walk(edges: &Edges, name: &str, reached: &Reached) {
    if !reached.mark(name) {
        return;
    }
    for next in edges.get(name).into_iter().flatten() {
        walk(edges, next, reached);
    }
}

/// Everything that the roots need, themselves included.
pub fn closure(edges: Edges, roots: Vec<String>) -> Vec<String> {
    let edges = Arc::new(edges);
    let reached = Reached::default();
    let mut walkers = Vec::new();
    for root in roots {
        let (edges, reached) = (Arc::clone(&edges), reached.clone());
        walkers.push(thread::spawn(move || walk(&edges, &root, &reached)));
    }
    for walker in walkers {
        walker.join().expect("walker panicked");
    }
    reached.sorted()
}
==== fixed
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::thread;

pub type Edges = BTreeMap<String, Vec<String>>;

/// Packages that some root reaches; shared by all the walkers.
#[derive(Clone, Default)]
pub struct Reached {
    names: Arc<Mutex<BTreeSet<String>>>,
}

impl Reached {
    /// Marks a package; `false` if it was reached before.
    pub fn mark(&self, name: &str) -> bool {
        self.names.lock().unwrap().insert(name.to_string())
    }

    pub fn sorted(&self) -> Vec<String> {
        self.names.lock().unwrap().iter().cloned().collect()
    }
}

fn walk(edges: &Edges, name: &str, reached: &Reached) {
    if !reached.mark(name) {
        return;
    }
    for next in edges.get(name).into_iter().flatten() {
        walk(edges, next, reached);
    }
}

/// Everything that the roots need, themselves included.
pub fn closure(edges: Edges, roots: Vec<String>) -> Vec<String> {
    let edges = Arc::new(edges);
    let reached = Reached::default();
    let mut walkers = Vec::new();
    for root in roots {
        let (edges, reached) = (Arc::clone(&edges), reached.clone());
        walkers.push(thread::spawn(move || walk(&edges, &root, &reached)));
    }
    for walker in walkers {
        walker.join().expect("walker panicked");
    }
    reached.sorted()
}
==== tests
    fn edges() -> Edges {
        let mut e = Edges::new();
        e.insert("app".into(), vec!["web".into(), "log".into()]);
        e.insert("web".into(), vec!["log".into(), "app".into()]);
        e.insert("tool".into(), vec!["zip".into()]);
        e
    }
    #[test]
    fn reaches_everything_once() {
        assert_eq!(
            closure(edges(), vec!["app".into(), "tool".into()]),
            vec!["app", "log", "tool", "web", "zip"]
        );
    }
    #[test]
    fn marks_once() {
        let r = Reached::default();
        assert!(r.mark("a"));
        assert!(!r.clone().mark("a"));
        assert_eq!(r.sorted(), vec!["a"]);
    }
