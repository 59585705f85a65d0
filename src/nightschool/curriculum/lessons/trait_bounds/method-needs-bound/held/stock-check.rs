---
code: E0599
---
use std::fmt::Debug;

/// A list of hops that is kept sorted.
#[derive(Debug)]
pub struct Sorted<T> {
    items: Vec<T>,
}

impl<T> Sorted<T> {
    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }
}

impl<T: PartialOrd + Debug> Sorted<T> {
    pub fn new() -> Self {
        Sorted { items: Vec::new() }
    }

    /// Puts an item where it belongs, behind those that are equal to it.
    pub fn insert(&mut self, item: T) -> usize {
        let place = self.items.partition_point(|known| known.cmp(&item).is_le());
        self.items.insert(place, item);
        place
    }

    /// How many items lie between the two bounds, both included.
    pub fn count_between(&self, low: &T, high: &T) -> usize {
        self.iter().filter(|item| *item >= low && *item <= high).count()
    }
}

pub fn ranking(hops: &[(u32, &'static str)]) -> Vec<&'static str> {
    let mut sorted = Sorted::new();
    for hop in hops {
        sorted.insert(*hop);
    }
    sorted.iter().map(|(_, name)| *name).collect()
}
==== fixed
use std::fmt::Debug;

/// A list of hops that is kept sorted.
#[derive(Debug)]
pub struct Sorted<T> {
    items: Vec<T>,
}

impl<T> Sorted<T> {
    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }
}

impl<T: Ord + Debug> Sorted<T> {
    pub fn new() -> Self {
        Sorted { items: Vec::new() }
    }

    /// Puts an item where it belongs, behind those that are equal to it.
    pub fn insert(&mut self, item: T) -> usize {
        let place = self.items.partition_point(|known| known.cmp(&item).is_le());
        self.items.insert(place, item);
        place
    }

    /// How many items lie between the two bounds, both included.
    pub fn count_between(&self, low: &T, high: &T) -> usize {
        self.iter().filter(|item| *item >= low && *item <= high).count()
    }
}

pub fn ranking(hops: &[(u32, &'static str)]) -> Vec<&'static str> {
    let mut sorted = Sorted::new();
    for hop in hops {
        sorted.insert(*hop);
    }
    sorted.iter().map(|(_, name)| *name).collect()
}
==== tests
#[test]
fn stays_sorted() {
    let mut s = Sorted::new();
    assert_eq!(s.insert(30), 0);
    assert_eq!(s.insert(10), 0);
    assert_eq!(s.insert(20), 1);
    assert_eq!(s.insert(20), 2);
    assert_eq!(s.iter().copied().collect::<Vec<i32>>(), [10, 20, 20, 30]);
    assert_eq!(s.count_between(&20, &30), 3);
    assert_eq!(s.len(), 4);
}

#[test]
fn ranks_hops() {
    assert_eq!(ranking(&[(14, "Magnum"), (4, "Saaz"), (14, "Citra")]), ["Saaz", "Citra", "Magnum"]);
}
