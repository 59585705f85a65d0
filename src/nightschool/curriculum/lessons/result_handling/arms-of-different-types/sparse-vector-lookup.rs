---
code: E0308
---
/// A vector of which only a few entries differ from a background value.
#[derive(Debug, Clone)]
pub struct SparseVec {
    len: usize,
    background: i32,
    entries: Vec<(usize, i32)>,
}

#[derive(Debug, PartialEq)]
pub struct OutOfBounds {
    pub index: usize,
    pub len: usize,
}

impl SparseVec {
    pub fn new(len: usize, background: i32) -> Self {
        SparseVec { len, background, entries: Vec::new() }
    }

    fn check(&self, index: usize) -> Result<(), OutOfBounds> {
        if index < self.len {
            Ok(())
        } else {
            Err(OutOfBounds { index, len: self.len })
        }
    }

    pub fn set(&mut self, index: usize, value: i32) -> Result<(), OutOfBounds> {
        self.check(index)?;
        match self.entries.binary_search_by_key(&index, |entry| entry.0) {
            Ok(at) => self.entries[at].1 = value,
            Err(at) => self.entries.insert(at, (index, value)),
        }
        Ok(())
    }

    /// The stored entry, or the background value.
    pub fn get(&self, index: usize) -> Result<i32, OutOfBounds> {
        self.check(index)?;
        let found = match self.entries.binary_search_by_key(&index, |entry| entry.0) {
            Ok(at) => self.entries.get(at).map(|entry| entry.1),
            Err(_) => self.background,
        };
        found.ok_or(OutOfBounds { index, len: self.len })
    }
}
==== fixed
/// A vector of which only a few entries differ from a background value.
#[derive(Debug, Clone)]
pub struct SparseVec {
    len: usize,
    background: i32,
    entries: Vec<(usize, i32)>,
}

#[derive(Debug, PartialEq)]
pub struct OutOfBounds {
    pub index: usize,
    pub len: usize,
}

impl SparseVec {
    pub fn new(len: usize, background: i32) -> Self {
        SparseVec { len, background, entries: Vec::new() }
    }

    fn check(&self, index: usize) -> Result<(), OutOfBounds> {
        if index < self.len {
            Ok(())
        } else {
            Err(OutOfBounds { index, len: self.len })
        }
    }

    pub fn set(&mut self, index: usize, value: i32) -> Result<(), OutOfBounds> {
        self.check(index)?;
        match self.entries.binary_search_by_key(&index, |entry| entry.0) {
            Ok(at) => self.entries[at].1 = value,
            Err(at) => self.entries.insert(at, (index, value)),
        }
        Ok(())
    }

    /// The stored entry, or the background value.
    pub fn get(&self, index: usize) -> Result<i32, OutOfBounds> {
        self.check(index)?;
        let found = match self.entries.binary_search_by_key(&index, |entry| entry.0) {
            Ok(at) => self.entries[at].1,
            Err(_) => self.background,
        };
        Ok(found)
    }
}
==== tests
#[test]
fn entries_and_background() {
    let mut v = SparseVec::new(10, -1);
    v.set(7, 3).unwrap();
    v.set(2, 0).unwrap();
    v.set(7, 4).unwrap();
    let all: Vec<i32> = (0..10).map(|i| v.get(i).unwrap()).collect();
    assert_eq!(all, vec![-1, -1, 0, -1, -1, -1, -1, 4, -1, -1]);
}

#[test]
fn bounds() {
    let mut v = SparseVec::new(2, 5);
    assert_eq!(v.get(2), Err(OutOfBounds { index: 2, len: 2 }));
    assert_eq!(v.set(9, 1), Err(OutOfBounds { index: 9, len: 2 }));
    assert_eq!(v.get(1), Ok(5));
}
