---
code: E0373
---
use std::sync::Arc;
use std::thread;

#[derive(Debug, PartialEq)]
pub struct Found {
    pub query: String,
    pub per_shard: Vec<usize>,
}

/// A part of the index: lines of text in lower case.
pub struct Shard {
    lines: Vec<String>,
}

impl Shard {
    pub fn new(text: &str) -> Arc<Shard> {
        Arc::new(Shard { lines: text.lines().map(str::to_lowercase).collect() })
    }

    fn hits(&self, needle: &str) -> usize {
        self.lines.iter().filter(|l| l.contains(needle)).count()
    }
}

/// Searches all shards at once; the answer names the query as it was typed and the hits by shard.
pub fn search(shards: &[Arc<Shard>], query: &str) -> Found {
    let needle: Arc<str> = Arc::from(query.trim().to_lowercase());
    let workers: Vec<_> = shards
        .iter()
        .map(|shard| {
            let shard = Arc::clone(shard);
            thread::spawn(|| shard.hits(&needle))
        })
        .collect();
    let per_shard = workers.into_iter().map(|w| w.join().unwrap()).collect();
    Found { query: query.to_string(), per_shard }
}
==== fixed
use std::sync::Arc;
use std::thread;

#[derive(Debug, PartialEq)]
pub struct Found {
    pub query: String,
    pub per_shard: Vec<usize>,
}

/// A part of the index: lines of text in lower case.
pub struct Shard {
    lines: Vec<String>,
}

impl Shard {
    pub fn new(text: &str) -> Arc<Shard> {
        Arc::new(Shard { lines: text.lines().map(str::to_lowercase).collect() })
    }

    fn hits(&self, needle: &str) -> usize {
        self.lines.iter().filter(|l| l.contains(needle)).count()
    }
}

/// Searches all shards at once; the answer names the query as it was typed and the hits by shard.
pub fn search(shards: &[Arc<Shard>], query: &str) -> Found {
    let needle: Arc<str> = Arc::from(query.trim().to_lowercase());
    let workers: Vec<_> = shards
        .iter()
        .map(|shard| {
            let shard = Arc::clone(shard);
            let needle = Arc::clone(&needle);
            thread::spawn(move || shard.hits(&needle))
        })
        .collect();
    let per_shard = workers.into_iter().map(|w| w.join().unwrap()).collect();
    Found { query: query.to_string(), per_shard }
}
==== tests
#[test]
fn hits_stand_in_shard_order() {
    let shards = [Shard::new("Red fox\nred hen"), Shard::new("owl"), Shard::new("RED")];
    let found = search(&shards, " Red ");
    assert_eq!(found.per_shard, [2, 0, 1]);
    assert_eq!(found.query, " Red ");
}

#[test]
fn shards_can_be_searched_again() {
    let shards = [Shard::new("a\nab")];
    assert_eq!(search(&shards, "b").per_shard, [1]);
    assert_eq!(search(&shards, "a").per_shard, [2]);
    assert!(search(&[], "a").per_shard.is_empty());
}
