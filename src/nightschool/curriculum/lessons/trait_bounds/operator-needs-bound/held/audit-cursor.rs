---
code: E0369
---
/// A position in the audit trail: which file, and what inside it.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<P> {
    pub file: u32,
    pub place: P,
}

impl<P> Cursor<P> {
    pub fn new(file: u32, place: P) -> Self {
        Cursor { file, place }
    }
}

impl<P> PartialEq for Cursor<P> {
    fn eq(&self, other: &Self) -> bool {
        self.file == other.file && self.place == other.place
    }
}

/// A reader that remembers the cursors that it acknowledged.
#[derive(Debug)]
pub struct Reader<P> {
    acknowledged: Vec<Cursor<P>>,
}

impl<P: PartialEq + Clone> Reader<P> {
    pub fn new() -> Self {
        Reader { acknowledged: Vec::new() }
    }

    /// `false` if the cursor had been acknowledged already.
    pub fn acknowledge(&mut self, cursor: &Cursor<P>) -> bool {
        if self.acknowledged.contains(cursor) {
            return false;
        }
        self.acknowledged.push(cursor.clone());
        true
    }

    pub fn count(&self) -> usize {
        self.acknowledged.len()
    }
}
==== fixed
/// A position in the audit trail: which file, and what inside it.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<P> {
    pub file: u32,
    pub place: P,
}

impl<P> Cursor<P> {
    pub fn new(file: u32, place: P) -> Self {
        Cursor { file, place }
    }
}

impl<P: PartialEq> PartialEq for Cursor<P> {
    fn eq(&self, other: &Self) -> bool {
        self.file == other.file && self.place == other.place
    }
}

/// A reader that remembers the cursors that it acknowledged.
#[derive(Debug)]
pub struct Reader<P> {
    acknowledged: Vec<Cursor<P>>,
}

impl<P: PartialEq + Clone> Reader<P> {
    pub fn new() -> Self {
        Reader { acknowledged: Vec::new() }
    }

    /// `false` if the cursor had been acknowledged already.
    pub fn acknowledge(&mut self, cursor: &Cursor<P>) -> bool {
        if self.acknowledged.contains(cursor) {
            return false;
        }
        self.acknowledged.push(cursor.clone());
        true
    }

    pub fn count(&self) -> usize {
        self.acknowledged.len()
    }
}
==== tests
    #[test]
    fn both_parts_count() {
        assert!(Cursor::new(1, "a") == Cursor::new(1, "a"));
        assert!(Cursor::new(1, "a") != Cursor::new(1, "b"));
        assert!(Cursor::new(1, "a") != Cursor::new(2, "a"));
    }
    #[test]
    fn acknowledges_once() {
        let mut r = Reader::new();
        assert!(r.acknowledge(&Cursor::new(1, 0.5)));
        assert!(r.acknowledge(&Cursor::new(1, 1.5)));
        assert!(!r.acknowledge(&Cursor::new(1, 0.5)));
        assert_eq!(r.count(), 2);
    }
