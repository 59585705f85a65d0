---
code: E0502
---
use std::collections::BTreeMap;

/// Backups by day number, with their size.
#[derive(Debug, Default)]
pub struct Vault {
    by_day: BTreeMap<u32, u64>,
    freed: u64,
}

impl Vault {
    pub fn store(&mut self, day: u32, size: u64) {
        self.by_day.insert(day, size);
    }

    pub fn days(&self) -> Vec<u32> {
        self.by_day.keys().copied().collect()
    }

    pub fn freed(&self) -> u64 {
        self.freed
    }

    fn expired(&self, today: u32, keep: u32) -> impl Iterator<Item = u32> + '_ {
        self.by_day
            .keys()
            .copied()
            .filter(move |day| day + keep <= today && day % 7 != 0)
    }

    /// Drops backups that are at least `keep` days old, except those of every
    /// seventh day, and books the space they took.
    pub fn prune(&mut self, today: u32, keep: u32) {
        for day in self.expired(today, keep) {
            if let Some(size) = self.by_day.remove(&day) {
                self.freed += size;
            }
        }
    }
}
==== fixed
use std::collections::BTreeMap;

/// Backups by day number, with their size.
#[derive(Debug, Default)]
pub struct Vault {
    by_day: BTreeMap<u32, u64>,
    freed: u64,
}

impl Vault {
    pub fn store(&mut self, day: u32, size: u64) {
        self.by_day.insert(day, size);
    }

    pub fn days(&self) -> Vec<u32> {
        self.by_day.keys().copied().collect()
    }

    pub fn freed(&self) -> u64 {
        self.freed
    }

    fn expired(&self, today: u32, keep: u32) -> impl Iterator<Item = u32> + '_ {
        self.by_day
            .keys()
            .copied()
            .filter(move |day| day + keep <= today && day % 7 != 0)
    }

    /// Drops backups that are at least `keep` days old, except those of every
    /// seventh day, and books the space they took.
    pub fn prune(&mut self, today: u32, keep: u32) {
        let expired: Vec<u32> = self.expired(today, keep).collect();
        for day in expired {
            if let Some(size) = self.by_day.remove(&day) {
                self.freed += size;
            }
        }
    }
}
==== tests
    #[test]
    fn old_days_go() {
        let mut v = Vault::default();
        for day in 5..=12 {
            v.store(day, day as u64 * 10);
        }
        v.prune(12, 3);
        assert_eq!(v.days(), vec![7, 10, 11, 12]);
        assert_eq!(v.freed(), 50 + 60 + 80 + 90);
    }
    #[test]
    fn nothing_expired() {
        let mut v = Vault::default();
        v.store(3, 1);
        v.prune(4, 2);
        assert_eq!((v.days(), v.freed()), (vec![3], 0));
    }
