---
code: E0499
---
/// A sparse matrix as one list of `(column, value)` per row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowMatrix {
    rows: Vec<Vec<(usize, i64)>>,
}

impl RowMatrix {
    pub fn new(height: usize) -> Self {
        RowMatrix { rows: vec![Vec::new(); height] }
    }

    pub fn set(&mut self, row: usize, col: usize, value: i64) {
        let entries = &mut self.rows[row];
        match entries.binary_search_by_key(&col, |(c, _)| *c) {
            Ok(at) => entries[at].1 = value,
            Err(at) => entries.insert(at, (col, value)),
        }
    }

    pub fn get(&self, row: usize, col: usize) -> i64 {
        self.rows[row]
            .iter()
            .find(|(c, _)| *c == col)
            .map_or(0, |(_, value)| *value)
    }

    /// Exchanges two rows; exchanging a row with itself changes nothing.
    pub fn swap_rows(&mut self, a: usize, b: usize) {
        let first = &mut self.rows[a];
        let second = &mut self.rows[b];
        std::mem::swap(first, second);
    }
}
==== fixed
/// A sparse matrix as one list of `(column, value)` per row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowMatrix {
    rows: Vec<Vec<(usize, i64)>>,
}

impl RowMatrix {
    pub fn new(height: usize) -> Self {
        RowMatrix { rows: vec![Vec::new(); height] }
    }

    pub fn set(&mut self, row: usize, col: usize, value: i64) {
        let entries = &mut self.rows[row];
        match entries.binary_search_by_key(&col, |(c, _)| *c) {
            Ok(at) => entries[at].1 = value,
            Err(at) => entries.insert(at, (col, value)),
        }
    }

    pub fn get(&self, row: usize, col: usize) -> i64 {
        self.rows[row]
            .iter()
            .find(|(c, _)| *c == col)
            .map_or(0, |(_, value)| *value)
    }

    /// Exchanges two rows; exchanging a row with itself changes nothing.
    pub fn swap_rows(&mut self, a: usize, b: usize) {
        self.rows.swap(a, b);
    }
}
==== tests
#[test]
fn swaps() {
    let mut m = RowMatrix::new(3);
    m.set(0, 4, 7);
    m.set(2, 1, 9);
    m.swap_rows(0, 2);
    assert_eq!((m.get(2, 4), m.get(0, 1), m.get(0, 4)), (7, 9, 0));
    m.swap_rows(1, 0);
    assert_eq!((m.get(1, 1), m.get(0, 1)), (9, 0));
}

#[test]
fn same_row() {
    let mut m = RowMatrix::new(2);
    m.set(1, 0, 5);
    let before = m.clone();
    m.swap_rows(1, 1);
    assert_eq!(m, before);
}
