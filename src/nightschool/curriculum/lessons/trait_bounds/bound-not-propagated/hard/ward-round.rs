---
code: E0277
---
//! Lookup of a hospital's wards: a sorted shelf that finds things by key.

/// The index of the first item whose key is not below `key`.
fn lower_bound<T, K: PartialOrd>(items: &[T], key: &K, of: impl Fn(&T) -> K) -> usize {
    items.partition_point(|item| of(item) < *key)
}

/// Items that stay sorted by a key which is computed from each item: the
/// temperature of a patient, the number of a bed, a surname.
pub struct Round<T, F> {
    items: Vec<T>,
    key: F,
}

impl<T, F> Round<T, F> {
    pub fn by(key: F) -> Self {
        Round { items: Vec::new(), key }
    }

    /// Puts the item before the first one with the same key or a higher one.
    pub fn insert<K>(&mut self, item: T)
    where
        F: Fn(&T) -> K,
    {
        let key = (self.key)(&item);
        let at = lower_bound(&self.items, &key, &self.key);
        self.items.insert(at, item);
    }

    pub fn items(&self) -> &[T] {
        &self.items
    }
}
==== fixed
//! Lookup of a hospital's wards: a sorted shelf that finds things by key.

/// The index of the first item whose key is not below `key`.
fn lower_bound<T, K: PartialOrd>(items: &[T], key: &K, of: impl Fn(&T) -> K) -> usize {
    items.partition_point(|item| of(item) < *key)
}

/// Items that stay sorted by a key which is computed from each item: the
/// temperature of a patient, the number of a bed, a surname.
pub struct Round<T, F> {
    items: Vec<T>,
    key: F,
}

impl<T, F> Round<T, F> {
    pub fn by(key: F) -> Self {
        Round { items: Vec::new(), key }
    }

    /// Puts the item before the first one with the same key or a higher one.
    pub fn insert<K: PartialOrd>(&mut self, item: T)
    where
        F: Fn(&T) -> K,
    {
        let key = (self.key)(&item);
        let at = lower_bound(&self.items, &key, &self.key);
        self.items.insert(at, item);
    }

    pub fn items(&self) -> &[T] {
        &self.items
    }
}
==== tests
#[test]
fn stays_sorted_by_temperature() {
    let mut round = Round::by(|patient: &(&str, f64)| patient.1);
    for patient in [("ada", 38.5), ("bob", 36.9), ("cyd", 40.1), ("dan", 37.2)] {
        round.insert(patient);
    }
    let names: Vec<&str> = round.items().iter().map(|p| p.0).collect();
    assert_eq!(names, ["bob", "dan", "ada", "cyd"]);
}

#[test]
fn the_newest_of_equal_keys_comes_first() {
    let mut round = Round::by(|name: &String| name.len());
    for name in ["rhea", "io", "puck", "ra"] {
        round.insert(name.to_string());
    }
    assert_eq!(round.items(), ["ra", "io", "puck", "rhea"]);
}
