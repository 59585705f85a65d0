---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: Vec<Vec<f64>>,
}

impl Matrix {
    pub fn new(rows: Vec<Vec<f64>>) -> Self {
        Matrix { rows }
    }

    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// Adds `factor` times the row `source` to the row `target`, which must
    /// be another one.
    pub fn add_multiple(&mut self, source: usize, target: usize, factor: f64) {
        assert_ne!(source, target);
        let from = &mut self.rows[source];
        let into = &mut self.rows[target];
        for (cell, addend) in into.iter_mut().zip(from.iter()) {
            *cell += factor * addend;
        }
    }

    /// Zeros below the pivot of every column, without swapping rows.
    pub fn eliminate(&mut self) {
        for pivot in 0..self.rows.len() {
            let head = self.rows[pivot][pivot];
            for below in pivot + 1..self.rows.len() {
                let factor = -self.rows[below][pivot] / head;
                self.add_multiple(pivot, below, factor);
            }
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: Vec<Vec<f64>>,
}

impl Matrix {
    pub fn new(rows: Vec<Vec<f64>>) -> Self {
        Matrix { rows }
    }

    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// Adds `factor` times the row `source` to the row `target`, which must
    /// be another one.
    pub fn add_multiple(&mut self, source: usize, target: usize, factor: f64) {
        assert_ne!(source, target);
        let from = self.rows[source].clone();
        let into = &mut self.rows[target];
        for (cell, addend) in into.iter_mut().zip(from.iter()) {
            *cell += factor * addend;
        }
    }

    /// Zeros below the pivot of every column, without swapping rows.
    pub fn eliminate(&mut self) {
        for pivot in 0..self.rows.len() {
            let head = self.rows[pivot][pivot];
            for below in pivot + 1..self.rows.len() {
                let factor = -self.rows[below][pivot] / head;
                self.add_multiple(pivot, below, factor);
            }
        }
    }
}
==== tests
#[test]
fn adds_in_both_directions() {
    let mut m = Matrix::new(vec![vec![1.0, 2.0], vec![10.0, 20.0]]);
    m.add_multiple(0, 1, 3.0);
    assert_eq!(m.rows(), &[vec![1.0, 2.0], vec![13.0, 26.0]]);
    m.add_multiple(1, 0, -1.0);
    assert_eq!(m.rows(), &[vec![-12.0, -24.0], vec![13.0, 26.0]]);
}

#[test]
fn eliminates() {
    let mut m = Matrix::new(vec![vec![2.0, 1.0, 1.0], vec![4.0, 3.0, 3.0], vec![8.0, 7.0, 9.0]]);
    m.eliminate();
    assert_eq!(m.rows(), &[vec![2.0, 1.0, 1.0], vec![0.0, 1.0, 1.0], vec![0.0, 0.0, 2.0]]);
}
