---
code: E0599
---
use std::collections::BTreeMap;

/// Where finished backups are put.
pub trait Target {
    fn free(&self) -> u64;
    fn put(&mut self, name: &str, size: u64);
}

#[derive(Debug, Default)]
pub struct Disk {
    pub capacity: u64,
    pub files: BTreeMap<String, u64>,
}

impl Target for Disk {
    fn free(&self) -> u64 {
        self.capacity - self.files.values().sum::<u64>()
    }
    fn put(&mut self, name: &str, size: u64) {
        self.files.insert(name.to_string(), size);
    }
}

/// Writes backups to the target and keeps the names of those that did not fit.
pub struct Writer<T> {
    target: T,
    rejected: Vec<String>,
}

impl<T> Writer<T> {
    pub fn new(target: T) -> Self {
        Writer { target, rejected: Vec::new() }
    }

    pub fn into_parts(self) -> (T, Vec<String>) {
        (self.target, self.rejected)
    }
}

impl<T> Writer<T> {
    /// Stores a backup if there is room for it and at least `reserve` bytes
    /// stay free.
    pub fn write(&mut self, name: &str, size: u64, reserve: u64) -> bool {
        if size + reserve > self.target.free() {
            self.rejected.push(name.to_string());
            return false;
        }
        self.target.put(name, size);
        true
    }
}
==== fixed
use std::collections::BTreeMap;

/// Where finished backups are put.
pub trait Target {
    fn free(&self) -> u64;
    fn put(&mut self, name: &str, size: u64);
}

#[derive(Debug, Default)]
pub struct Disk {
    pub capacity: u64,
    pub files: BTreeMap<String, u64>,
}

impl Target for Disk {
    fn free(&self) -> u64 {
        self.capacity - self.files.values().sum::<u64>()
    }
    fn put(&mut self, name: &str, size: u64) {
        self.files.insert(name.to_string(), size);
    }
}

/// Writes backups to the target and keeps the names of those that did not fit.
pub struct Writer<T> {
    target: T,
    rejected: Vec<String>,
}

impl<T> Writer<T> {
    pub fn new(target: T) -> Self {
        Writer { target, rejected: Vec::new() }
    }

    pub fn into_parts(self) -> (T, Vec<String>) {
        (self.target, self.rejected)
    }
}

impl<T> Writer<T>
where
    T: Target,
{
    /// Stores a backup if there is room for it and at least `reserve` bytes
    /// stay free.
    pub fn write(&mut self, name: &str, size: u64, reserve: u64) -> bool {
        if size + reserve > self.target.free() {
            self.rejected.push(name.to_string());
            return false;
        }
        self.target.put(name, size);
        true
    }
}
==== tests
    #[test]
    fn reserve_is_kept() {
        let mut w = Writer::new(Disk { capacity: 100, files: BTreeMap::new() });
        assert!(w.write("mon", 50, 10));
        assert!(!w.write("tue", 41, 10));
        assert!(w.write("wed", 40, 10));
        let (disk, rejected) = w.into_parts();
        assert_eq!(disk.free(), 10);
        assert_eq!(rejected, vec!["tue"]);
    }
    #[test]
    fn writer_of_anything() {
        let (target, rejected) = Writer::new("plain").into_parts();
        assert_eq!(target, "plain");
        assert!(rejected.is_empty());
    }
