---
code: E0053
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Guest,
    Member,
    Owner,
}

/// Where the levels of users are kept.
pub trait LevelStore {
    /// The level of a user. Stores may learn from being asked.
    fn level(&mut self, user: &str) -> Level;

    /// Whether the user has at least this level.
    fn allows(&mut self, user: &str, needed: Level) -> bool {
        self.level(user) >= needed
    }
}

/// Asks a slower store once per user and remembers what it said.
pub struct Remembering<S> {
    slow: S,
    known: HashMap<String, Level>,
}

impl<S: LevelStore> Remembering<S> {
    pub fn new(slow: S) -> Self {
        Remembering { slow, known: HashMap::new() }
    }

    pub fn into_slow(self) -> S {
        self.slow
    }
}

impl<S: LevelStore> LevelStore for Remembering<S> {
    fn level(&mut self, user: String) -> Level {
        if let Some(level) = self.known.get(&user) {
            return *level;
        }
        let level = self.slow.level(&user);
        self.known.insert(user, level);
        level
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Guest,
    Member,
    Owner,
}

/// Where the levels of users are kept.
pub trait LevelStore {
    /// The level of a user. Stores may learn from being asked.
    fn level(&mut self, user: &str) -> Level;

    /// Whether the user has at least this level.
    fn allows(&mut self, user: &str, needed: Level) -> bool {
        self.level(user) >= needed
    }
}

/// Asks a slower store once per user and remembers what it said.
pub struct Remembering<S> {
    slow: S,
    known: HashMap<String, Level>,
}

impl<S: LevelStore> Remembering<S> {
    pub fn new(slow: S) -> Self {
        Remembering { slow, known: HashMap::new() }
    }

    pub fn into_slow(self) -> S {
        self.slow
    }
}

impl<S: LevelStore> LevelStore for Remembering<S> {
    fn level(&mut self, user: &str) -> Level {
        if let Some(level) = self.known.get(user) {
            return *level;
        }
        let level = self.slow.level(user);
        self.known.insert(user.to_string(), level);
        level
    }
}
==== tests
struct ByLength {
    asked: Vec<String>,
}

impl LevelStore for ByLength {
    fn level(&mut self, user: &str) -> Level {
        self.asked.push(user.to_string());
        match user.len() {
            0..=2 => Level::Guest,
            3..=5 => Level::Member,
            _ => Level::Owner,
        }
    }
}

#[test]
fn slow_store_is_asked_once_per_user() {
    let mut store = Remembering::new(ByLength { asked: Vec::new() });
    assert!(store.allows("ann", Level::Member));
    assert!(!store.allows("ann", Level::Owner));
    assert!(store.allows("roberta", Level::Owner));
    assert!(store.allows("ann", Level::Guest));
    assert_eq!(store.into_slow().asked, ["ann", "roberta"]);
}

#[test]
fn levels_come_from_the_slow_store() {
    let mut store = Remembering::new(ByLength { asked: Vec::new() });
    assert!(!store.allows("al", Level::Member));
    assert!(store.allows("al", Level::Guest));
}
