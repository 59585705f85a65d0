---
code: E0046
---
use std::collections::HashMap;
use std::ops::{Index, IndexMut};

/// A table of any size in which cells that were never written read as zero.
#[derive(Default)]
pub struct Sheet {
    cells: HashMap<(u32, u32), i64>,
    zero: i64,
}

impl Index<(u32, u32)> for Sheet {
    fn index(&self, at: (u32, u32)) -> &i64 {
        self.cells.get(&at).unwrap_or(&self.zero)
    }
}

impl IndexMut<(u32, u32)> for Sheet {
    fn index_mut(&mut self, at: (u32, u32)) -> &mut i64 {
        self.cells.entry(at).or_insert(0)
    }
}

impl Sheet {
    /// The number of cells that were ever written.
    pub fn written(&self) -> usize {
        self.cells.len()
    }
}

/// Adds a column to another one, row by row.
pub fn add_column(sheet: &mut Sheet, from: u32, to: u32, rows: u32) {
    for row in 0..rows {
        let value = sheet[(row, from)];
        if value != 0 {
            sheet[(row, to)] += value;
        }
    }
}
==== fixed
use std::collections::HashMap;
use std::ops::{Index, IndexMut};

/// A table of any size in which cells that were never written read as zero.
#[derive(Default)]
pub struct Sheet {
    cells: HashMap<(u32, u32), i64>,
    zero: i64,
}

impl Index<(u32, u32)> for Sheet {
    type Output = i64;

    fn index(&self, at: (u32, u32)) -> &i64 {
        self.cells.get(&at).unwrap_or(&self.zero)
    }
}

impl IndexMut<(u32, u32)> for Sheet {
    fn index_mut(&mut self, at: (u32, u32)) -> &mut i64 {
        self.cells.entry(at).or_insert(0)
    }
}

impl Sheet {
    /// The number of cells that were ever written.
    pub fn written(&self) -> usize {
        self.cells.len()
    }
}

/// Adds a column to another one, row by row.
pub fn add_column(sheet: &mut Sheet, from: u32, to: u32, rows: u32) {
    for row in 0..rows {
        let value = sheet[(row, from)];
        if value != 0 {
            sheet[(row, to)] += value;
        }
    }
}
==== tests
#[test]
fn adds_columns() {
    let mut sheet = Sheet::default();
    sheet[(0, 0)] = 4;
    sheet[(2, 0)] = -1;
    sheet[(2, 1)] = 10;
    add_column(&mut sheet, 0, 1, 3);
    assert_eq!((sheet[(0, 1)], sheet[(1, 1)], sheet[(2, 1)]), (4, 0, 9));
}

#[test]
fn reading_writes_nothing() {
    let mut sheet = Sheet::default();
    assert_eq!(sheet[(7, 7)], 0);
    assert_eq!(sheet.written(), 0);
    sheet[(1, 1)] = 0;
    assert_eq!(sheet.written(), 1);
}
