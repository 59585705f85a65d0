---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    cells: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ShapeError {
    Cells { wanted: usize, got: usize },
    Inner { left: usize, right: usize },
}

impl Matrix {
    pub fn new(rows: usize, columns: usize, cells: Vec<i64>) -> Result<Matrix, ShapeError> {
        if cells.len() != rows * columns {
            return Err(ShapeError::Cells { wanted: rows * columns, got: cells.len() });
        }
        Ok(Matrix { rows, columns, cells })
    }

    pub fn cells(&self) -> &[i64] {
        &self.cells
    }

    pub fn times(&self, other: &Matrix) -> Result<Matrix, ShapeError> {
        if self.columns != other.rows {
            return Err(ShapeError::Inner { left: self.columns, right: other.rows });
        }
        let mut cells = Vec::with_capacity(self.rows * other.columns);
        for r in 0..self.rows {
            for c in 0..other.columns {
                let inner = 0..self.columns;
                cells.push(inner.map(|k| self.cells[r * self.columns + k] * other.cells[k * other.columns + c]).sum());
            }
        }
        Matrix::new(self.rows, other.columns, cells)
    }

    /// The product of the whole chain, from left to right, starting with `self`.
    pub fn chain(&self, others: &[Matrix]) -> Result<Matrix, ShapeError> {
        let mut product = self.clone();
        for other in others {
            product = product.times(other);
        }
        Ok(product)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    cells: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ShapeError {
    Cells { wanted: usize, got: usize },
    Inner { left: usize, right: usize },
}

impl Matrix {
    pub fn new(rows: usize, columns: usize, cells: Vec<i64>) -> Result<Matrix, ShapeError> {
        if cells.len() != rows * columns {
            return Err(ShapeError::Cells { wanted: rows * columns, got: cells.len() });
        }
        Ok(Matrix { rows, columns, cells })
    }

    pub fn cells(&self) -> &[i64] {
        &self.cells
    }

    pub fn times(&self, other: &Matrix) -> Result<Matrix, ShapeError> {
        if self.columns != other.rows {
            return Err(ShapeError::Inner { left: self.columns, right: other.rows });
        }
        let mut cells = Vec::with_capacity(self.rows * other.columns);
        for r in 0..self.rows {
            for c in 0..other.columns {
                let inner = 0..self.columns;
                cells.push(inner.map(|k| self.cells[r * self.columns + k] * other.cells[k * other.columns + c]).sum());
            }
        }
        Matrix::new(self.rows, other.columns, cells)
    }

    /// The product of the whole chain, from left to right, starting with `self`.
    pub fn chain(&self, others: &[Matrix]) -> Result<Matrix, ShapeError> {
        let mut product = self.clone();
        for other in others {
            product = product.times(other)?;
        }
        Ok(product)
    }
}
==== tests
fn matrix(rows: usize, columns: usize, cells: &[i64]) -> Matrix {
    Matrix::new(rows, columns, cells.to_vec()).unwrap()
}

#[test]
fn multiplies_the_chain() {
    let row = matrix(1, 2, &[1, 2]);
    let square = matrix(2, 2, &[0, 1, 1, 1]);
    let column = matrix(2, 1, &[10, 100]);
    assert_eq!(row.chain(&[square, column]).unwrap(), matrix(1, 1, &[320]));
    assert_eq!(row.chain(&[]).unwrap().cells(), &[1, 2]);
}

#[test]
fn shapes_that_do_not_fit() {
    let row = matrix(1, 2, &[1, 2]);
    let wide = matrix(2, 3, &[1, 2, 3, 4, 5, 6]);
    let chained = row.chain(&[wide, row.clone()]);
    assert_eq!(chained, Err(ShapeError::Inner { left: 3, right: 1 }));
}
