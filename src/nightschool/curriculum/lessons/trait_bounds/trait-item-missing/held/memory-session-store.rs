---
code: E0046
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub user: String,
    pub expires_at: u64,
}

pub trait SessionStore {
    fn load(&self, id: &str) -> Option<Session>;
    fn save(&mut self, id: &str, session: Session);
    /// Removes every session whose `expires_at` is not after `now`
    /// and returns how many were removed.
    fn sweep(&mut self, now: u64) -> usize;
}

#[derive(Default)]
pub struct MemoryStore {
    sessions: HashMap<String, Session>,
}

impl SessionStore for MemoryStore {
    fn load(&self, id: &str) -> Option<Session> {
        self.sessions.get(id).cloned()
    }

    fn save(&mut self, id: &str, session: Session) {
        self.sessions.insert(id.to_string(), session);
    }
}

/// Runs one maintenance round over several stores and gives the total swept.
pub fn sweep_all(stores: &mut [Box<dyn SessionStore>], now: u64) -> usize {
    stores.iter_mut().map(|store| store.sweep(now)).sum()
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub user: String,
    pub expires_at: u64,
}

pub trait SessionStore {
    fn load(&self, id: &str) -> Option<Session>;
    fn save(&mut self, id: &str, session: Session);
    /// Removes every session whose `expires_at` is not after `now`
    /// and returns how many were removed.
    fn sweep(&mut self, now: u64) -> usize;
}

#[derive(Default)]
pub struct MemoryStore {
    sessions: HashMap<String, Session>,
}

impl SessionStore for MemoryStore {
    fn load(&self, id: &str) -> Option<Session> {
        self.sessions.get(id).cloned()
    }

    fn save(&mut self, id: &str, session: Session) {
        self.sessions.insert(id.to_string(), session);
    }

    fn sweep(&mut self, now: u64) -> usize {
        let before = self.sessions.len();
        self.sessions.retain(|_, s| s.expires_at > now);
        before - self.sessions.len()
    }
}

/// Runs one maintenance round over several stores and gives the total swept.
pub fn sweep_all(stores: &mut [Box<dyn SessionStore>], now: u64) -> usize {
    stores.iter_mut().map(|store| store.sweep(now)).sum()
}
==== tests
    fn session(user: &str, expires_at: u64) -> Session {
        Session { user: user.into(), expires_at }
    }
    #[test]
    fn sweep_drops_expired_only() {
        let mut store = MemoryStore::default();
        store.save("a", session("ann", 10));
        store.save("b", session("bob", 20));
        store.save("c", session("cy", 30));
        assert_eq!(store.sweep(20), 2);
        assert_eq!(store.load("a"), None);
        assert_eq!(store.load("b"), None);
        assert_eq!(store.load("c"), Some(session("cy", 30)));
    }
    #[test]
    fn totals_over_stores() {
        let mut one = MemoryStore::default();
        one.save("a", session("ann", 1));
        let mut two = MemoryStore::default();
        two.save("b", session("bob", 2));
        two.save("c", session("cy", 9));
        let mut all: Vec<Box<dyn SessionStore>> = vec![Box::new(one), Box::new(two)];
        assert_eq!(sweep_all(&mut all, 5), 2);
        assert_eq!(sweep_all(&mut all, 5), 0);
    }
