---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub enum PressureError {
    TooFewPoints,
    NotRising(usize),
}

/// A calibration table of a pressure cell: raw count and millibar.
#[derive(Debug, Clone)]
pub struct Table {
    points: Vec<(i64, i64)>,
}

impl Table {
    /// A table needs two points, and its raw counts must rise.
    pub fn new(points: Vec<(i64, i64)>) -> Result<Table, PressureError> {
        if points.len() < 2 {
            return Err(PressureError::TooFewPoints);
        }
        if let Some(i) = (1..points.len()).find(|&i| points[i].0 <= points[i - 1].0) {
            return Err(PressureError::NotRising(i));
        }
        Table { points }
    }

    /// Interpolates between the two neighbouring points; `None` outside the table.
    pub fn millibar(&self, raw: i64) -> Option<i64> {
        for pair in self.points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if (x0..=x1).contains(&raw) {
                return y0 + (y1 - y0) * (raw - x0) / (x1 - x0);
            }
        }
        None
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum PressureError {
    TooFewPoints,
    NotRising(usize),
}

/// A calibration table of a pressure cell: raw count and millibar.
#[derive(Debug, Clone)]
pub struct Table {
    points: Vec<(i64, i64)>,
}

impl Table {
    /// A table needs two points, and its raw counts must rise.
    pub fn new(points: Vec<(i64, i64)>) -> Result<Table, PressureError> {
        if points.len() < 2 {
            return Err(PressureError::TooFewPoints);
        }
        if let Some(i) = (1..points.len()).find(|&i| points[i].0 <= points[i - 1].0) {
            return Err(PressureError::NotRising(i));
        }
        Ok(Table { points })
    }

    /// Interpolates between the two neighbouring points; `None` outside the table.
    pub fn millibar(&self, raw: i64) -> Option<i64> {
        for pair in self.points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if (x0..=x1).contains(&raw) {
                return Some(y0 + (y1 - y0) * (raw - x0) / (x1 - x0));
            }
        }
        None
    }
}
==== tests
#[test]
fn interpolates() {
    let t = Table::new(vec![(100, 0), (200, 1000), (300, 1500)]).unwrap();
    assert_eq!(t.millibar(150), Some(500));
    assert_eq!(t.millibar(200), Some(1000));
    assert_eq!(t.millibar(290), Some(1450));
    assert_eq!(t.millibar(99), None);
    assert_eq!(t.millibar(301), None);
}

#[test]
fn bad_tables_are_refused() {
    assert_eq!(Table::new(vec![(1, 1)]).unwrap_err(), PressureError::TooFewPoints);
    assert_eq!(Table::new(vec![(1, 1), (2, 1), (2, 3)]).unwrap_err(), PressureError::NotRising(2));
}
