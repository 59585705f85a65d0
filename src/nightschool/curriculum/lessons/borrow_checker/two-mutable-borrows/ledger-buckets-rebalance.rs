---
code: E0499
---
use std::collections::BTreeMap;

/// Items in numbered shards.
#[derive(Default)]
pub struct Shards {
    shards: BTreeMap<u32, Vec<String>>,
}

impl Shards {
    pub fn put(&mut self, shard: u32, item: &str) {
        self.shards.entry(shard).or_default().push(item.to_string());
    }

    pub fn items(&self, shard: u32) -> &[String] {
        self.shards.get(&shard).map_or(&[], |items| items)
    }

    /// Moves the newest `count` items of one shard to the end of another, in their order.
    /// Returns how many were moved; with a shard that does not exist, none.
    pub fn move_newest(&mut self, from: u32, to: u32, count: usize) -> usize {
        if from == to || !self.shards.contains_key(&to) {
            return 0;
        }
        let Some(source) = self.shards.get_mut(&from) else {
            return 0;
        };
        let target = self.shards.entry(to).or_default();
        let keep = source.len().saturating_sub(count);
        let moved = source.split_off(keep);
        let number = moved.len();
        target.extend(moved);
        number
    }
}
==== fixed
use std::collections::BTreeMap;

/// Items in numbered shards.
#[derive(Default)]
pub struct Shards {
    shards: BTreeMap<u32, Vec<String>>,
}

impl Shards {
    pub fn put(&mut self, shard: u32, item: &str) {
        self.shards.entry(shard).or_default().push(item.to_string());
    }

    pub fn items(&self, shard: u32) -> &[String] {
        self.shards.get(&shard).map_or(&[], |items| items)
    }

    /// Moves the newest `count` items of one shard to the end of another, in their order.
    /// Returns how many were moved; with a shard that does not exist, none.
    pub fn move_newest(&mut self, from: u32, to: u32, count: usize) -> usize {
        if from == to || !self.shards.contains_key(&to) {
            return 0;
        }
        let Some(source) = self.shards.get_mut(&from) else {
            return 0;
        };
        let keep = source.len().saturating_sub(count);
        let moved = source.split_off(keep);
        let target = self.shards.entry(to).or_default();
        let number = moved.len();
        target.extend(moved);
        number
    }
}
==== tests
fn sample() -> Shards {
    let mut shards = Shards::default();
    for item in ["a", "b", "c"] {
        shards.put(1, item);
    }
    shards.put(2, "x");
    shards
}

#[test]
fn moves_in_order() {
    let mut shards = sample();
    assert_eq!(shards.move_newest(1, 2, 2), 2);
    assert_eq!(shards.items(1), &["a"]);
    assert_eq!(shards.items(2), &["x", "b", "c"]);
    assert_eq!(shards.move_newest(2, 1, 10), 3);
    assert_eq!(shards.items(1), &["a", "x", "b", "c"]);
    assert!(shards.items(2).is_empty());
}

#[test]
fn unknown_shards_change_nothing() {
    let mut shards = sample();
    assert_eq!(shards.move_newest(1, 9, 1), 0);
    assert_eq!(shards.move_newest(9, 1, 1), 0);
    assert_eq!(shards.move_newest(1, 1, 1), 0);
    assert_eq!(shards.items(1).len(), 3);
    assert!(shards.items(9).is_empty());
}
