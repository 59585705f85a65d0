use std::num::ParseFloatError;

#[derive(Debug, PartialEq)]
pub struct Matrix {
    pub rows: Vec<Vec<f64>>,
}

/// One row per line, cells separated by commas; blank lines are skipped.
pub fn parse_matrix(text: &str) -> Result<Matrix, ParseFloatError> {
    let mut rows = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let row: Vec<f64> = line.split(',').map(|cell| cell.trim().parse::<f64>()).collect();
        rows.push(row);
    }
    Ok(Matrix { rows })
}

pub fn trace(matrix: &Matrix) -> f64 {
    matrix.rows.iter().enumerate().filter_map(|(i, row)| row.get(i)).sum()
}
