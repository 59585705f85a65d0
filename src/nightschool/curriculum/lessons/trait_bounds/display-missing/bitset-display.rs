---
code: E0277
---
/// A set of up to 64 small numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BitSet64(u64);

impl BitSet64 {
    pub fn insert(&mut self, bit: u32) {
        self.0 |= 1 << bit;
    }

    pub fn contains(&self, bit: u32) -> bool {
        self.0 >> bit & 1 == 1
    }

    pub fn iter(self) -> impl Iterator<Item = u32> {
        (0..64).filter(move |bit| self.contains(*bit))
    }

    /// The members as users write them: `{1, 5, 9}`.
    fn listing(&self) -> String {
        let members: Vec<String> = self.iter().map(|bit| bit.to_string()).collect();
        format!("{{{}}}", members.join(", "))
    }
}

/// One line for the log, such as `free slots: {1, 5, 9}`.
pub fn describe(label: &str, set: &BitSet64) -> String {
    format!("{label}: {}", set)
}

/// Length of the log line without building the label.
pub fn listing_len(set: &BitSet64) -> usize {
    set.listing().len()
}
==== fixed
use std::fmt;

/// A set of up to 64 small numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BitSet64(u64);

impl BitSet64 {
    pub fn insert(&mut self, bit: u32) {
        self.0 |= 1 << bit;
    }

    pub fn contains(&self, bit: u32) -> bool {
        self.0 >> bit & 1 == 1
    }

    pub fn iter(self) -> impl Iterator<Item = u32> {
        (0..64).filter(move |bit| self.contains(*bit))
    }

    /// The members as users write them: `{1, 5, 9}`.
    fn listing(&self) -> String {
        let members: Vec<String> = self.iter().map(|bit| bit.to_string()).collect();
        format!("{{{}}}", members.join(", "))
    }
}

impl fmt::Display for BitSet64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.listing())
    }
}

/// One line for the log, such as `free slots: {1, 5, 9}`.
pub fn describe(label: &str, set: &BitSet64) -> String {
    format!("{label}: {}", set)
}

/// Length of the log line without building the label.
pub fn listing_len(set: &BitSet64) -> usize {
    set.listing().len()
}
==== tests
#[test]
fn describes_members() {
    let mut set = BitSet64::default();
    set.insert(9);
    set.insert(1);
    set.insert(5);
    assert_eq!(describe("free slots", &set), "free slots: {1, 5, 9}");
    assert_eq!(listing_len(&set), 9);
}

#[test]
fn describes_the_empty_set() {
    assert_eq!(describe("used", &BitSet64::default()), "used: {}");
}
