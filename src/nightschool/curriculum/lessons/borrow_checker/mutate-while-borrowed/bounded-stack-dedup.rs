---
code: E0502
---
/// A history of entries, newest last, with at most `limit` of them.
#[derive(Debug, Default)]
pub struct History {
    entries: Vec<String>,
    limit: usize,
}

impl History {
    pub fn with_limit(limit: usize) -> Self {
        History { entries: Vec::new(), limit }
    }

    pub fn record(&mut self, entry: &str) {
        self.entries.retain(|old| old != entry);
        self.entries.push(entry.to_string());
        if self.entries.len() > self.limit {
            self.entries.remove(0);
        }
    }

    /// Makes the oldest entry the newest one and returns its text.
    pub fn recycle(&mut self) -> Option<String> {
        let oldest = self.entries.first()?;
        self.entries.remove(0);
        self.entries.push(oldest.clone());
        Some(oldest.clone())
    }

    pub fn entries(&self) -> &[String] {
        &self.entries
    }
}
==== fixed
/// A history of entries, newest last, with at most `limit` of them.
#[derive(Debug, Default)]
pub struct History {
    entries: Vec<String>,
    limit: usize,
}

impl History {
    pub fn with_limit(limit: usize) -> Self {
        History { entries: Vec::new(), limit }
    }

    pub fn record(&mut self, entry: &str) {
        self.entries.retain(|old| old != entry);
        self.entries.push(entry.to_string());
        if self.entries.len() > self.limit {
            self.entries.remove(0);
        }
    }

    /// Makes the oldest entry the newest one and returns its text.
    pub fn recycle(&mut self) -> Option<String> {
        let oldest = self.entries.first()?.clone();
        self.entries.remove(0);
        self.entries.push(oldest.clone());
        Some(oldest)
    }

    pub fn entries(&self) -> &[String] {
        &self.entries
    }
}
==== tests
#[test]
fn recycling_rotates() {
    let mut history = History::with_limit(3);
    for entry in ["ls", "cd", "pwd"] {
        history.record(entry);
    }
    assert_eq!(history.recycle(), Some("ls".to_string()));
    assert_eq!(history.entries(), &["cd", "pwd", "ls"]);
    assert_eq!(history.recycle(), Some("cd".to_string()));
    assert_eq!(history.entries(), &["pwd", "ls", "cd"]);
}

#[test]
fn nothing_to_recycle() {
    let mut history = History::with_limit(3);
    assert_eq!(history.recycle(), None);
    assert!(history.entries().is_empty());
}
