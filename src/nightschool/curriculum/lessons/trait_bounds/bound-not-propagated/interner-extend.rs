---
code: E0277
---
use std::collections::HashMap;
use std::hash::Hash;

/// Gives equal values the same small number.
pub struct Interner<T> {
    ids: HashMap<T, u32>,
    values: Vec<T>,
}

impl<T> Interner<T> {
    pub fn new() -> Self {
        Interner {
            ids: HashMap::new(),
            values: Vec::new(),
        }
    }

    pub fn resolve(&self, id: u32) -> Option<&T> {
        self.values.get(id as usize)
    }
}

pub fn intern<T: Hash + Eq + Clone>(pool: &mut Interner<T>, value: T) -> u32 {
    if let Some(&id) = pool.ids.get(&value) {
        return id;
    }
    let id = pool.values.len() as u32;
    pool.values.push(value.clone());
    pool.ids.insert(value, id);
    id
}

/// Interns every item and returns the ids in the order of the items.
pub fn intern_all<T, I>(pool: &mut Interner<T>, items: I) -> Vec<u32>
where
    T: Eq + Clone,
    I: IntoIterator<Item = T>,
{
    items.into_iter().map(|item| intern(pool, item)).collect()
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// Gives equal values the same small number.
pub struct Interner<T> {
    ids: HashMap<T, u32>,
    values: Vec<T>,
}

impl<T> Interner<T> {
    pub fn new() -> Self {
        Interner {
            ids: HashMap::new(),
            values: Vec::new(),
        }
    }

    pub fn resolve(&self, id: u32) -> Option<&T> {
        self.values.get(id as usize)
    }
}

pub fn intern<T: Hash + Eq + Clone>(pool: &mut Interner<T>, value: T) -> u32 {
    if let Some(&id) = pool.ids.get(&value) {
        return id;
    }
    let id = pool.values.len() as u32;
    pool.values.push(value.clone());
    pool.ids.insert(value, id);
    id
}

/// Interns every item and returns the ids in the order of the items.
pub fn intern_all<T, I>(pool: &mut Interner<T>, items: I) -> Vec<u32>
where
    T: Hash + Eq + Clone,
    I: IntoIterator<Item = T>,
{
    items.into_iter().map(|item| intern(pool, item)).collect()
}
==== tests
#[test]
fn repeats_share_an_id() {
    let mut pool = Interner::new();
    let ids = intern_all(&mut pool, vec!["let", "x", "let", "y", "x"]);
    assert_eq!(ids, vec![0, 1, 0, 2, 1]);
    assert_eq!(pool.resolve(2), Some(&"y"));
    assert_eq!(pool.resolve(3), None);
}

#[test]
fn later_batches_continue() {
    let mut pool = Interner::new();
    intern_all(&mut pool, vec![40u64, 50]);
    assert_eq!(intern_all(&mut pool, [50u64, 60]), vec![1, 2]);
}
