---
code: E0597
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub id: String,
    pub last_seen: u64,
}

/// A store that decodes a session each time it is read.
#[derive(Debug, Default)]
pub struct Store {
    raw: BTreeMap<String, String>,
}

impl Store {
    pub fn put(&mut self, id: &str, last_seen: u64) {
        self.raw.insert(id.to_string(), format!("seen={last_seen}"));
    }

    pub fn load(&self, id: &str) -> Option<Session> {
        let last_seen = self.raw.get(id)?.strip_prefix("seen=")?.parse().ok()?;
        Some(Session { id: id.to_string(), last_seen })
    }
}

/// Of the given sessions, the one that was seen last; the earlier one in the
/// list on a tie.
pub fn newest(store: &Store, ids: &[&str]) -> Option<Session> {
    let mut newest: Option<&Session> = None;
    for id in ids {
        if let Some(session) = store.load(id) {
            if newest.map_or(true, |best| session.last_seen > best.last_seen) {
                newest = Some(&session);
            }
        }
    }
    newest.cloned()
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub id: String,
    pub last_seen: u64,
}

/// A store that decodes a session each time it is read.
#[derive(Debug, Default)]
pub struct Store {
    raw: BTreeMap<String, String>,
}

impl Store {
    pub fn put(&mut self, id: &str, last_seen: u64) {
        self.raw.insert(id.to_string(), format!("seen={last_seen}"));
    }

    pub fn load(&self, id: &str) -> Option<Session> {
        let last_seen = self.raw.get(id)?.strip_prefix("seen=")?.parse().ok()?;
        Some(Session { id: id.to_string(), last_seen })
    }
}

/// Of the given sessions, the one that was seen last; the earlier one in the
/// list on a tie.
pub fn newest(store: &Store, ids: &[&str]) -> Option<Session> {
    let mut newest: Option<Session> = None;
    for id in ids {
        if let Some(session) = store.load(id) {
            if newest.as_ref().map_or(true, |best| session.last_seen > best.last_seen) {
                newest = Some(session);
            }
        }
    }
    newest
}
==== tests
    fn store() -> Store {
        let mut s = Store::default();
        s.put("a", 10);
        s.put("b", 30);
        s.put("c", 20);
        s.put("d", 30);
        s
    }
    #[test]
    fn last_seen_wins() {
        assert_eq!(newest(&store(), &["a", "b", "c"]).unwrap().id, "b");
        assert_eq!(newest(&store(), &["c", "a"]).unwrap(), Session { id: "c".into(), last_seen: 20 });
    }
    #[test]
    fn ties_and_unknown() {
        assert_eq!(newest(&store(), &["x", "d", "b"]).unwrap().id, "d");
        assert_eq!(newest(&store(), &["x"]), None);
    }
