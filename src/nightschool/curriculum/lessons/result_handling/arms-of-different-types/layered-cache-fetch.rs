---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum FetchError {
    NotFound(String),
    Refused(String),
}

/// Where values come from when they are not cached.
pub trait Origin {
    fn fetch(&mut self, key: &str) -> Result<String, FetchError>;
}

/// Remembers what was fetched; also remembers keys that do not exist.
pub struct CachedOrigin<O> {
    origin: O,
    known: HashMap<String, Option<String>>,
}

impl<O: Origin> CachedOrigin<O> {
    pub fn new(origin: O) -> Self {
        CachedOrigin { origin, known: HashMap::new() }
    }

    pub fn origin(&self) -> &O {
        &self.origin
    }

    /// A refusal is not remembered: the next call asks again.
    pub fn get(&mut self, key: &str) -> Result<String, FetchError> {
        if let Some(known) = self.known.get(key) {
            return match known {
                Some(value) => Ok(value.clone()),
                None => FetchError::NotFound(key.to_string()),
            };
        }
        let fetched = self.origin.fetch(key);
        match &fetched {
            Ok(value) => self.known.insert(key.to_string(), Some(value.clone())),
            Err(FetchError::NotFound(_)) => self.known.insert(key.to_string(), None),
            Err(FetchError::Refused(_)) => {}
        };
        fetched
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum FetchError {
    NotFound(String),
    Refused(String),
}

/// Where values come from when they are not cached.
pub trait Origin {
    fn fetch(&mut self, key: &str) -> Result<String, FetchError>;
}

/// Remembers what was fetched; also remembers keys that do not exist.
pub struct CachedOrigin<O> {
    origin: O,
    known: HashMap<String, Option<String>>,
}

impl<O: Origin> CachedOrigin<O> {
    pub fn new(origin: O) -> Self {
        CachedOrigin { origin, known: HashMap::new() }
    }

    pub fn origin(&self) -> &O {
        &self.origin
    }

    /// A refusal is not remembered: the next call asks again.
    pub fn get(&mut self, key: &str) -> Result<String, FetchError> {
        if let Some(known) = self.known.get(key) {
            return match known {
                Some(value) => Ok(value.clone()),
                None => Err(FetchError::NotFound(key.to_string())),
            };
        }
        let fetched = self.origin.fetch(key);
        match &fetched {
            Ok(value) => self.known.insert(key.to_string(), Some(value.clone())),
            Err(FetchError::NotFound(_)) => self.known.insert(key.to_string(), None),
            Err(FetchError::Refused(_)) => None,
        };
        fetched
    }
}
==== tests
struct Script(Vec<Result<String, FetchError>>, usize);

impl Origin for Script {
    fn fetch(&mut self, _key: &str) -> Result<String, FetchError> {
        self.1 += 1;
        self.0.remove(0)
    }
}

#[test]
fn remembers_values_and_absences() {
    let absent = FetchError::NotFound("b".to_string());
    let script = vec![Ok("1".to_string()), Err(absent.clone())];
    let mut cache = CachedOrigin::new(Script(script, 0));
    assert_eq!(cache.get("a"), Ok("1".to_string()));
    assert_eq!(cache.get("a"), Ok("1".to_string()));
    assert_eq!(cache.get("b"), Err(absent.clone()));
    assert_eq!(cache.get("b"), Err(absent));
    assert_eq!(cache.origin().1, 2);
}

#[test]
fn asks_again_after_a_refusal() {
    let script = vec![Err(FetchError::Refused("busy".to_string())), Ok("2".to_string())];
    let mut cache = CachedOrigin::new(Script(script, 0));
    assert_eq!(cache.get("a"), Err(FetchError::Refused("busy".to_string())));
    assert_eq!(cache.get("a"), Ok("2".to_string()));
    assert_eq!(cache.origin().1, 2);
}
