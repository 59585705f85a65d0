---
code: E0277
---
use std::collections::BTreeMap;
use std::fmt::Display;

/// Something that a line of a report can be made of.
pub trait Cell {
    fn width(&self) -> usize;
    fn padded(&self, width: usize) -> String;
}

impl<T: Display> Cell for T {
    fn width(&self) -> usize {
        self.to_string().chars().count()
    }

    fn padded(&self, width: usize) -> String {
        format!("{:<width$}", self.to_string())
    }
}

fn widest<C: Cell>(cells: &[C]) -> usize {
    cells.iter().map(Cell::width).max().unwrap_or(0)
}

/// Columns of cells, each padded to its widest cell.
pub struct Report<C> {
    columns: BTreeMap<usize, Vec<C>>,
}

impl<C> Report<C> {
    pub fn new(columns: Vec<Vec<C>>) -> Self {
        Report { columns: columns.into_iter().enumerate().collect() }
    }

    pub fn widths(&self) -> Vec<usize> {
        self.columns.values().map(|column| widest(column)).collect()
    }

    /// One row, columns parted by a bar; a column that is too short gives an empty cell.
    pub fn row(&self, index: usize) -> String {
        let cells: Vec<String> = self
            .columns
            .values()
            .zip(self.widths())
            .map(|(column, width)| match column.get(index) {
                Some(cell) => Cell::padded(cell, width),
                None => " ".repeat(width),
            })
            .collect();
        cells.join("|")
    }
}
==== fixed
use std::collections::BTreeMap;
use std::fmt::Display;

/// Something that a line of a report can be made of.
pub trait Cell {
    fn width(&self) -> usize;
    fn padded(&self, width: usize) -> String;
}

impl<T: Display> Cell for T {
    fn width(&self) -> usize {
        self.to_string().chars().count()
    }

    fn padded(&self, width: usize) -> String {
        format!("{:<width$}", self.to_string())
    }
}

fn widest<C: Cell>(cells: &[C]) -> usize {
    cells.iter().map(Cell::width).max().unwrap_or(0)
}

/// Columns of cells, each padded to its widest cell.
pub struct Report<C> {
    columns: BTreeMap<usize, Vec<C>>,
}

impl<C: Cell> Report<C> {
    pub fn new(columns: Vec<Vec<C>>) -> Self {
        Report { columns: columns.into_iter().enumerate().collect() }
    }

    pub fn widths(&self) -> Vec<usize> {
        self.columns.values().map(|column| widest(column)).collect()
    }

    /// One row, columns parted by a bar; a column that is too short gives an empty cell.
    pub fn row(&self, index: usize) -> String {
        let cells: Vec<String> = self
            .columns
            .values()
            .zip(self.widths())
            .map(|(column, width)| match column.get(index) {
                Some(cell) => Cell::padded(cell, width),
                None => " ".repeat(width),
            })
            .collect();
        cells.join("|")
    }
}
==== tests
#[test]
fn pads_to_the_widest() {
    let r = Report::new(vec![vec!["a", "bcd"], vec!["xy"]]);
    assert_eq!(r.widths(), [3, 2]);
    assert_eq!(r.row(0), "a  |xy");
    assert_eq!(r.row(1), "bcd|  ");
}
#[test]
fn numbers_are_cells() {
    let r = Report::new(vec![vec![5, 1000], vec![]]);
    assert_eq!(r.row(0), "5   |");
    assert_eq!(r.widths(), [4, 0]);
}
