---
code: E0502
---
/// Remembers queries, newest first, each once.
#[derive(Debug, Default)]
pub struct History {
    queries: Vec<String>,
    capacity: usize,
}

impl History {
    pub fn new(capacity: usize) -> Self {
        History { queries: Vec::new(), capacity }
    }

    pub fn record(&mut self, query: &str) {
        self.queries.retain(|q| q != query);
        self.queries.insert(0, query.to_string());
        self.queries.truncate(self.capacity);
    }

    /// Runs the newest query again that starts with `prefix`: it becomes the newest of all and is returned.
    pub fn rerun(&mut self, prefix: &str) -> Option<String> {
        let found = self.queries.iter().find(|q| q.starts_with(prefix))?;
        self.record(found);
        Some(found.clone())
    }

    pub fn queries(&self) -> &[String] {
        &self.queries
    }
}
==== fixed
/// Remembers queries, newest first, each once.
#[derive(Debug, Default)]
pub struct History {
    queries: Vec<String>,
    capacity: usize,
}

impl History {
    pub fn new(capacity: usize) -> Self {
        History { queries: Vec::new(), capacity }
    }

    pub fn record(&mut self, query: &str) {
        self.queries.retain(|q| q != query);
        self.queries.insert(0, query.to_string());
        self.queries.truncate(self.capacity);
    }

    /// Runs the newest query again that starts with `prefix`: it becomes the newest of all and is returned.
    pub fn rerun(&mut self, prefix: &str) -> Option<String> {
        let found = self.queries.iter().find(|q| q.starts_with(prefix))?.clone();
        self.record(&found);
        Some(found)
    }

    pub fn queries(&self) -> &[String] {
        &self.queries
    }
}
==== tests
#[test]
fn rerun_moves_to_front() {
    let mut h = History::new(5);
    for q in ["fox", "hen", "owl", "fog"] {
        h.record(q);
    }
    assert_eq!(h.rerun("fox").as_deref(), Some("fox"));
    assert_eq!(h.queries(), ["fox", "fog", "owl", "hen"]);
    assert_eq!(h.rerun("fo").as_deref(), Some("fox"));
    assert_eq!(h.rerun("z"), None);
    assert_eq!(h.queries().len(), 4);
}

#[test]
fn capacity_holds() {
    let mut h = History::new(2);
    for q in ["a", "b", "c"] {
        h.record(q);
    }
    assert_eq!(h.rerun("b").as_deref(), Some("b"));
    assert_eq!(h.queries(), ["b", "c"]);
}
