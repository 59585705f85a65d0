---
code: E0308
---
/// A hash table whose entries are chained by index within one vector.
pub struct Chained {
    buckets: Vec<Option<usize>>,
    entries: Vec<Entry>,
}

struct Entry {
    key: u32,
    value: String,
    next: Option<usize>,
}

impl Chained {
    pub fn new(buckets: usize) -> Self {
        Chained { buckets: vec![None; buckets.max(1)], entries: Vec::new() }
    }

    fn bucket(&self, key: u32) -> usize {
        key as usize % self.buckets.len()
    }

    fn find(&self, key: u32) -> Option<usize> {
        let mut current = self.buckets[self.bucket(key)];
        while let Some(index) = current {
            if self.entries[index].key == key {
                return index;
            }
            current = self.entries[index].next;
        }
        None
    }

    /// Sets the value of the key and returns the one that was there before.
    pub fn set(&mut self, key: u32, value: &str) -> Option<String> {
        if let Some(index) = self.find(key) {
            let old = std::mem::replace(&mut self.entries[index].value, value.to_string());
            return old;
        }
        let bucket = self.bucket(key);
        let next = self.buckets[bucket].replace(self.entries.len());
        self.entries.push(Entry { key, value: value.to_string(), next });
        None
    }

    pub fn get(&self, key: u32) -> Option<&str> {
        self.find(key).map(|index| self.entries[index].value.as_str())
    }
}
==== fixed
/// A hash table whose entries are chained by index within one vector.
pub struct Chained {
    buckets: Vec<Option<usize>>,
    entries: Vec<Entry>,
}

struct Entry {
    key: u32,
    value: String,
    next: Option<usize>,
}

impl Chained {
    pub fn new(buckets: usize) -> Self {
        Chained { buckets: vec![None; buckets.max(1)], entries: Vec::new() }
    }

    fn bucket(&self, key: u32) -> usize {
        key as usize % self.buckets.len()
    }

    fn find(&self, key: u32) -> Option<usize> {
        let mut current = self.buckets[self.bucket(key)];
        while let Some(index) = current {
            if self.entries[index].key == key {
                return Some(index);
            }
            current = self.entries[index].next;
        }
        None
    }

    /// Sets the value of the key and returns the one that was there before.
    pub fn set(&mut self, key: u32, value: &str) -> Option<String> {
        if let Some(index) = self.find(key) {
            let old = std::mem::replace(&mut self.entries[index].value, value.to_string());
            return Some(old);
        }
        let bucket = self.bucket(key);
        let next = self.buckets[bucket].replace(self.entries.len());
        self.entries.push(Entry { key, value: value.to_string(), next });
        None
    }

    pub fn get(&self, key: u32) -> Option<&str> {
        self.find(key).map(|index| self.entries[index].value.as_str())
    }
}
==== tests
#[test]
fn chains_within_a_bucket() {
    let mut t = Chained::new(2);
    for (k, v) in [(1, "a"), (3, "b"), (5, "c"), (2, "d")] {
        assert_eq!(t.set(k, v), None);
    }
    assert_eq!(t.get(1), Some("a"));
    assert_eq!(t.get(3), Some("b"));
    assert_eq!(t.get(2), Some("d"));
    assert_eq!(t.get(7), None);
}

#[test]
fn set_returns_the_old_value() {
    let mut t = Chained::new(1);
    t.set(4, "x");
    t.set(8, "y");
    assert_eq!(t.set(4, "z").as_deref(), Some("x"));
    assert_eq!(t.get(4), Some("z"));
    assert_eq!(t.get(8), Some("y"));
}
