---
code: E0599
---
use std::collections::HashMap;
use std::hash::Hash;

/// Stores every distinct value once and hands out small ids.
pub struct Interner<T> {
    values: Vec<T>,
    ids: HashMap<T, usize>,
}

impl<T> Interner<T> {
    pub fn new() -> Self {
        Interner { values: Vec::new(), ids: HashMap::new() }
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn get(&self, id: usize) -> Option<&T> {
        self.values.get(id)
    }
}

impl<T: Clone> Interner<T> {
    /// The id of `value`; equal values share one id.
    pub fn intern(&mut self, value: T) -> usize {
        if let Some(&id) = self.ids.get(&value) {
            return id;
        }
        let id = self.values.len();
        self.values.push(value.clone());
        self.ids.insert(value, id);
        id
    }
}

pub fn hash_of<T: Hash>(value: &T) -> u64 {
    use std::collections::hash_map::DefaultHasher;
    use std::hash::Hasher;
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// Stores every distinct value once and hands out small ids.
pub struct Interner<T> {
    values: Vec<T>,
    ids: HashMap<T, usize>,
}

impl<T> Interner<T> {
    pub fn new() -> Self {
        Interner { values: Vec::new(), ids: HashMap::new() }
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn get(&self, id: usize) -> Option<&T> {
        self.values.get(id)
    }
}

impl<T: Clone + Eq + Hash> Interner<T> {
    /// The id of `value`; equal values share one id.
    pub fn intern(&mut self, value: T) -> usize {
        if let Some(&id) = self.ids.get(&value) {
            return id;
        }
        let id = self.values.len();
        self.values.push(value.clone());
        self.ids.insert(value, id);
        id
    }
}

pub fn hash_of<T: Hash>(value: &T) -> u64 {
    use std::collections::hash_map::DefaultHasher;
    use std::hash::Hasher;
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
==== tests
#[test]
fn equal_values_share_an_id() {
    let mut i = Interner::new();
    let a = i.intern("a".to_string());
    let b = i.intern("b".to_string());
    assert_ne!(a, b);
    assert_eq!(i.intern("a".to_string()), a);
    assert_eq!(i.len(), 2);
    assert_eq!(i.get(b).map(String::as_str), Some("b"));
    assert_eq!(i.get(9), None);
}

#[test]
fn ids_are_dense() {
    let mut i = Interner::new();
    let ids: Vec<usize> = [5, 3, 5, 8].iter().map(|&n| i.intern(n)).collect();
    assert_eq!(ids, vec![0, 1, 0, 2]);
}
