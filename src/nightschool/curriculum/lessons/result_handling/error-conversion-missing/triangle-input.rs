---
code: E0277
---
use std::num::ParseFloatError;

#[derive(Debug, Clone, PartialEq)]
pub enum TriangleError {
    WrongCount(usize),
    BadSide { index: usize, cause: ParseFloatError },
    Impossible,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triangle {
    sides: [f64; 3],
}

impl Triangle {
    pub fn new(a: f64, b: f64, c: f64) -> Result<Self, TriangleError> {
        if a + b <= c || a + c <= b || b + c <= a {
            return Err(TriangleError::Impossible);
        }
        Ok(Triangle { sides: [a, b, c] })
    }

    /// Reads three sides parted by commas; `index` in the error counts from 0.
    pub fn parse(text: &str) -> Result<Self, TriangleError> {
        let parts: Vec<&str> = text.split(',').collect();
        if parts.len() != 3 {
            return Err(TriangleError::WrongCount(parts.len()));
        }
        let mut sides = [0.0; 3];
        for (index, part) in parts.iter().enumerate() {
            sides[index] = part
                .trim()
                .parse::<f64>()?;
        }
        Triangle::new(sides[0], sides[1], sides[2])
    }

    /// Heron's formula.
    pub fn area(&self) -> f64 {
        let [a, b, c] = self.sides;
        let s = (a + b + c) / 2.0;
        (s * (s - a) * (s - b) * (s - c)).sqrt()
    }
}
==== fixed
use std::num::ParseFloatError;

#[derive(Debug, Clone, PartialEq)]
pub enum TriangleError {
    WrongCount(usize),
    BadSide { index: usize, cause: ParseFloatError },
    Impossible,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triangle {
    sides: [f64; 3],
}

impl Triangle {
    pub fn new(a: f64, b: f64, c: f64) -> Result<Self, TriangleError> {
        if a + b <= c || a + c <= b || b + c <= a {
            return Err(TriangleError::Impossible);
        }
        Ok(Triangle { sides: [a, b, c] })
    }

    /// Reads three sides parted by commas; `index` in the error counts from 0.
    pub fn parse(text: &str) -> Result<Self, TriangleError> {
        let parts: Vec<&str> = text.split(',').collect();
        if parts.len() != 3 {
            return Err(TriangleError::WrongCount(parts.len()));
        }
        let mut sides = [0.0; 3];
        for (index, part) in parts.iter().enumerate() {
            sides[index] = part
                .trim()
                .parse::<f64>()
                .map_err(|cause| TriangleError::BadSide { index, cause })?;
        }
        Triangle::new(sides[0], sides[1], sides[2])
    }

    /// Heron's formula.
    pub fn area(&self) -> f64 {
        let [a, b, c] = self.sides;
        let s = (a + b + c) / 2.0;
        (s * (s - a) * (s - b) * (s - c)).sqrt()
    }
}
==== tests
#[test]
fn good_triangle() {
    assert_eq!(Triangle::parse("3, 4, 5").unwrap().area(), 6.0);
}

#[test]
fn bad_side_is_located() {
    let cause = "x".parse::<f64>().unwrap_err();
    assert_eq!(Triangle::parse("3,4,x"), Err(TriangleError::BadSide { index: 2, cause }));
    let cause = "".parse::<f64>().unwrap_err();
    assert_eq!(Triangle::parse(" ,4,y"), Err(TriangleError::BadSide { index: 0, cause }));
}

#[test]
fn other_errors() {
    assert_eq!(Triangle::parse("3,4"), Err(TriangleError::WrongCount(2)));
    assert_eq!(Triangle::parse("1,1,5"), Err(TriangleError::Impossible));
}
