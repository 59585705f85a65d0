---
code: E0599
---
/// A set in a sorted vector; fine for small sets that are read often.
pub struct FlatSet<T> {
    items: Vec<T>,
}

impl<T> FlatSet<T> {
    pub fn new() -> Self {
        FlatSet { items: Vec::new() }
    }

    /// Inserts the item; false when it was there already.
    pub fn insert(&mut self, item: T) -> bool {
        let at = self.items.partition_point(|old| old.cmp(&item).is_lt());
        let found = self.items.get(at).is_some_and(|old| old.cmp(&item).is_eq());
        if !found {
            self.items.insert(at, item);
        }
        !found
    }

    /// The smallest item that is not below `floor`.
    pub fn ceiling(&self, floor: &T) -> Option<&T> {
        let at = self.items.partition_point(|old| old.cmp(floor).is_lt());
        self.items.get(at)
    }

    pub fn as_slice(&self) -> &[T] {
        &self.items
    }
}
==== fixed
/// A set in a sorted vector; fine for small sets that are read often.
pub struct FlatSet<T> {
    items: Vec<T>,
}

impl<T: Ord> FlatSet<T> {
    pub fn new() -> Self {
        FlatSet { items: Vec::new() }
    }

    /// Inserts the item; false when it was there already.
    pub fn insert(&mut self, item: T) -> bool {
        let at = self.items.partition_point(|old| old.cmp(&item).is_lt());
        let found = self.items.get(at).is_some_and(|old| old.cmp(&item).is_eq());
        if !found {
            self.items.insert(at, item);
        }
        !found
    }

    /// The smallest item that is not below `floor`.
    pub fn ceiling(&self, floor: &T) -> Option<&T> {
        let at = self.items.partition_point(|old| old.cmp(floor).is_lt());
        self.items.get(at)
    }

    pub fn as_slice(&self) -> &[T] {
        &self.items
    }
}
==== tests
#[test]
fn sorted_and_unique() {
    let mut set = FlatSet::new();
    assert!(set.insert(5));
    assert!(set.insert(1));
    assert!(set.insert(9));
    assert!(!set.insert(5));
    assert_eq!(set.as_slice(), &[1, 5, 9]);
}

#[test]
fn ceiling_looks_up() {
    let mut set = FlatSet::new();
    set.insert("m");
    set.insert("c");
    assert_eq!(set.ceiling(&"d"), Some(&"m"));
    assert_eq!(set.ceiling(&"c"), Some(&"c"));
    assert_eq!(set.ceiling(&"z"), None);
}
