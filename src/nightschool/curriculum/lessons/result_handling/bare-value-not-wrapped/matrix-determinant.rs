---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    size: usize,
    cells: Vec<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum SolveError {
    Singular { column: usize },
    WrongLength { expected: usize, got: usize },
}

impl Matrix {
    pub fn new(size: usize, cells: Vec<f64>) -> Result<Matrix, SolveError> {
        if cells.len() != size * size {
            return Err(SolveError::WrongLength { expected: size * size, got: cells.len() });
        }
        Ok(Matrix { size, cells })
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    /// Solves `self * x = b` for a lower triangular matrix.
    pub fn forward_substitute(&self, b: &[f64]) -> Result<Vec<f64>, SolveError> {
        if b.len() != self.size {
            return Err(SolveError::WrongLength { expected: self.size, got: b.len() });
        }
        let mut x: Vec<f64> = Vec::with_capacity(self.size);
        for (row, rhs) in b.iter().enumerate() {
            let pivot = self.at(row, row);
            if pivot == 0.0 {
                return Err(SolveError::Singular { column: row });
            }
            let known: f64 = x.iter().enumerate().map(|(column, xi)| self.at(row, column) * xi).sum();
            x.push((rhs - known) / pivot);
        }
        x
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    size: usize,
    cells: Vec<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum SolveError {
    Singular { column: usize },
    WrongLength { expected: usize, got: usize },
}

impl Matrix {
    pub fn new(size: usize, cells: Vec<f64>) -> Result<Matrix, SolveError> {
        if cells.len() != size * size {
            return Err(SolveError::WrongLength { expected: size * size, got: cells.len() });
        }
        Ok(Matrix { size, cells })
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    /// Solves `self * x = b` for a lower triangular matrix.
    pub fn forward_substitute(&self, b: &[f64]) -> Result<Vec<f64>, SolveError> {
        if b.len() != self.size {
            return Err(SolveError::WrongLength { expected: self.size, got: b.len() });
        }
        let mut x: Vec<f64> = Vec::with_capacity(self.size);
        for (row, rhs) in b.iter().enumerate() {
            let pivot = self.at(row, row);
            if pivot == 0.0 {
                return Err(SolveError::Singular { column: row });
            }
            let known: f64 = x.iter().enumerate().map(|(column, xi)| self.at(row, column) * xi).sum();
            x.push((rhs - known) / pivot);
        }
        Ok(x)
    }
}
==== tests
#[test]
fn solves() {
    let matrix = Matrix::new(3, vec![2.0, 0.0, 0.0, 1.0, 4.0, 0.0, 3.0, 1.0, 1.0]).unwrap();
    let x = matrix.forward_substitute(&[4.0, 10.0, 11.0]).unwrap();
    assert_eq!(x, vec![2.0, 2.0, 3.0]);
}

#[test]
fn singular() {
    let matrix = Matrix::new(2, vec![1.0, 0.0, 5.0, 0.0]).unwrap();
    assert_eq!(matrix.forward_substitute(&[1.0, 1.0]).unwrap_err(), SolveError::Singular { column: 1 });
}

#[test]
fn lengths() {
    assert_eq!(Matrix::new(2, vec![1.0]).unwrap_err(), SolveError::WrongLength { expected: 4, got: 1 });
    let matrix = Matrix::new(1, vec![2.0]).unwrap();
    assert_eq!(matrix.forward_substitute(&[]).unwrap_err(), SolveError::WrongLength { expected: 1, got: 0 });
}
