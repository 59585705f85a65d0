---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, PartialEq, Eq)]
pub struct ClockError {
    pub now: u64,
    pub stored_at: u64,
}

#[derive(Debug, Clone)]
struct Stored {
    body: String,
    stored_at: u64,
}

#[derive(Default)]
pub struct ResponseCache {
    responses: HashMap<String, Stored>,
}

fn age(now: u64, stored_at: u64) -> Result<u64, ClockError> {
    now.checked_sub(stored_at).ok_or(ClockError { now, stored_at })
}

impl ResponseCache {
    pub fn store(&mut self, path: &str, body: &str, now: u64) {
        let stored = Stored { body: body.to_string(), stored_at: now };
        self.responses.insert(path.to_string(), stored);
    }

    /// The cached body when it is no older than `max_age`. A response from the
    /// future has no usable age and counts as not cached.
    pub fn fresh(&self, path: &str, now: u64, max_age: u64) -> Option<&str> {
        let stored = self.responses.get(path)?;
        let age = age(now, stored.stored_at)?;
        (age <= max_age).then_some(stored.body.as_str())
    }

    /// Removes what is older than `max_age`; stops at a clock that runs backwards.
    pub fn purge(&mut self, now: u64, max_age: u64) -> Result<usize, ClockError> {
        let mut old = Vec::new();
        for (path, stored) in &self.responses {
            if age(now, stored.stored_at)? > max_age {
                old.push(path.clone());
            }
        }
        for path in &old {
            self.responses.remove(path);
        }
        Ok(old.len())
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq, Eq)]
pub struct ClockError {
    pub now: u64,
    pub stored_at: u64,
}

#[derive(Debug, Clone)]
struct Stored {
    body: String,
    stored_at: u64,
}

#[derive(Default)]
pub struct ResponseCache {
    responses: HashMap<String, Stored>,
}

fn age(now: u64, stored_at: u64) -> Result<u64, ClockError> {
    now.checked_sub(stored_at).ok_or(ClockError { now, stored_at })
}

impl ResponseCache {
    pub fn store(&mut self, path: &str, body: &str, now: u64) {
        let stored = Stored { body: body.to_string(), stored_at: now };
        self.responses.insert(path.to_string(), stored);
    }

    /// The cached body when it is no older than `max_age`. A response from the
    /// future has no usable age and counts as not cached.
    pub fn fresh(&self, path: &str, now: u64, max_age: u64) -> Option<&str> {
        let stored = self.responses.get(path)?;
        let age = age(now, stored.stored_at).ok()?;
        (age <= max_age).then_some(stored.body.as_str())
    }

    /// Removes what is older than `max_age`; stops at a clock that runs backwards.
    pub fn purge(&mut self, now: u64, max_age: u64) -> Result<usize, ClockError> {
        let mut old = Vec::new();
        for (path, stored) in &self.responses {
            if age(now, stored.stored_at)? > max_age {
                old.push(path.clone());
            }
        }
        for path in &old {
            self.responses.remove(path);
        }
        Ok(old.len())
    }
}
==== tests
#[test]
fn fresh_up_to_max_age() {
    let mut cache = ResponseCache::default();
    cache.store("/a", "hello", 100);
    assert_eq!(cache.fresh("/a", 110, 10), Some("hello"));
    assert_eq!(cache.fresh("/a", 111, 10), None);
    assert_eq!(cache.fresh("/b", 100, 10), None);
}

#[test]
fn from_the_future_is_not_cached() {
    let mut cache = ResponseCache::default();
    cache.store("/a", "hello", 100);
    assert_eq!(cache.fresh("/a", 99, 10), None);
    assert_eq!(cache.purge(99, 10), Err(ClockError { now: 99, stored_at: 100 }));
}

#[test]
fn purge_counts() {
    let mut cache = ResponseCache::default();
    cache.store("/a", "1", 10);
    cache.store("/b", "2", 50);
    assert_eq!(cache.purge(60, 20), Ok(1));
    assert_eq!(cache.fresh("/b", 60, 20), Some("2"));
}
