---
code: E0277
---
use std::collections::BTreeMap;

/// Position of a stored entry; cells are visited row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub row: usize,
    pub col: usize,
}

/// A matrix that keeps only its non-zero entries.
pub struct SparseMatrix {
    entries: Vec<(Cell, f64)>,
}

impl SparseMatrix {
    pub fn from_triplets(triplets: &[(usize, usize, f64)]) -> Self {
        let mut entries: Vec<(Cell, f64)> = triplets
            .iter()
            .filter(|(_, _, value)| *value != 0.0)
            .map(|&(row, col, value)| (Cell { row, col }, value))
            .collect();
        entries.sort_by_key(|(cell, _)| *cell);
        SparseMatrix { entries }
    }

    /// The stored cells, row by row and, within a row, from left to right.
    pub fn cells(&self) -> Vec<Cell> {
        self.entries.iter().map(|(cell, _)| *cell).collect()
    }

    /// Sum of the entries of each row that has any.
    pub fn row_sums(&self) -> BTreeMap<usize, f64> {
        let mut sums = BTreeMap::new();
        for (cell, value) in &self.entries {
            *sums.entry(cell.row).or_insert(0.0) += value;
        }
        sums
    }
}
==== fixed
use std::collections::BTreeMap;

/// Position of a stored entry; cells are visited row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub row: usize,
    pub col: usize,
}

/// A matrix that keeps only its non-zero entries.
pub struct SparseMatrix {
    entries: Vec<(Cell, f64)>,
}

impl SparseMatrix {
    pub fn from_triplets(triplets: &[(usize, usize, f64)]) -> Self {
        let mut entries: Vec<(Cell, f64)> = triplets
            .iter()
            .filter(|(_, _, value)| *value != 0.0)
            .map(|&(row, col, value)| (Cell { row, col }, value))
            .collect();
        entries.sort_by_key(|(cell, _)| *cell);
        SparseMatrix { entries }
    }

    /// The stored cells, row by row and, within a row, from left to right.
    pub fn cells(&self) -> Vec<Cell> {
        self.entries.iter().map(|(cell, _)| *cell).collect()
    }

    /// Sum of the entries of each row that has any.
    pub fn row_sums(&self) -> BTreeMap<usize, f64> {
        let mut sums = BTreeMap::new();
        for (cell, value) in &self.entries {
            *sums.entry(cell.row).or_insert(0.0) += value;
        }
        sums
    }
}
==== tests
#[test]
fn cells_come_row_by_row() {
    let m = SparseMatrix::from_triplets(&[(2, 0, 1.0), (0, 3, 4.0), (0, 1, 2.0), (1, 1, 0.0)]);
    assert_eq!(
        m.cells(),
        vec![
            Cell { row: 0, col: 1 },
            Cell { row: 0, col: 3 },
            Cell { row: 2, col: 0 },
        ]
    );
}

#[test]
fn sums_rows() {
    let m = SparseMatrix::from_triplets(&[(2, 0, 1.0), (0, 3, 4.0), (0, 1, 2.0)]);
    let sums = m.row_sums();
    assert_eq!(sums[&0], 6.0);
    assert_eq!(sums[&2], 1.0);
}
