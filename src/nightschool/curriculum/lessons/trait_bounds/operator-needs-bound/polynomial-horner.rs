---
code: E0369
---
use std::ops::Mul;

/// A polynomial; the coefficient of the highest power comes first.
#[derive(Debug, Clone, PartialEq)]
pub struct Polynomial<N> {
    coefficients: Vec<N>,
}

impl<N> Polynomial<N> {
    pub fn new(coefficients: Vec<N>) -> Self {
        Polynomial { coefficients }
    }

    pub fn degree(&self) -> usize {
        self.coefficients.len().saturating_sub(1)
    }
}

impl<N> Polynomial<N>
where
    N: Copy + Default + Mul<Output = N>,
{
    /// The value at `x`. A polynomial without coefficients is zero everywhere.
    pub fn at(&self, x: N) -> N {
        let mut value = N::default();
        for coefficient in &self.coefficients {
            value = value * x + *coefficient;
        }
        value
    }

    pub fn scaled(&self, factor: N) -> Self {
        Polynomial::new(self.coefficients.iter().map(|c| *c * factor).collect())
    }

    pub fn table(&self, points: &[N]) -> Vec<(N, N)> {
        points.iter().map(|x| (*x, self.at(*x))).collect()
    }
}
==== fixed
use std::ops::{Add, Mul};

/// A polynomial; the coefficient of the highest power comes first.
#[derive(Debug, Clone, PartialEq)]
pub struct Polynomial<N> {
    coefficients: Vec<N>,
}

impl<N> Polynomial<N> {
    pub fn new(coefficients: Vec<N>) -> Self {
        Polynomial { coefficients }
    }

    pub fn degree(&self) -> usize {
        self.coefficients.len().saturating_sub(1)
    }
}

impl<N> Polynomial<N>
where
    N: Copy + Default + Mul<Output = N> + Add<Output = N>,
{
    /// The value at `x`. A polynomial without coefficients is zero everywhere.
    pub fn at(&self, x: N) -> N {
        let mut value = N::default();
        for coefficient in &self.coefficients {
            value = value * x + *coefficient;
        }
        value
    }

    pub fn scaled(&self, factor: N) -> Self {
        Polynomial::new(self.coefficients.iter().map(|c| *c * factor).collect())
    }

    pub fn table(&self, points: &[N]) -> Vec<(N, N)> {
        points.iter().map(|x| (*x, self.at(*x))).collect()
    }
}
==== tests
#[test]
fn evaluates_highest_first() {
    let p = Polynomial::new(vec![2, 0, -1]);
    assert_eq!(p.at(3), 17);
    assert_eq!(p.table(&[0, 1]), [(0, -1), (1, 1)]);
    assert_eq!(p.degree(), 2);
}
#[test]
fn floats_and_zero() {
    assert_eq!(Polynomial::new(vec![0.5, 1.0]).at(4.0), 3.0);
    assert_eq!(Polynomial::<i64>::new(vec![]).at(9), 0);
    assert_eq!(Polynomial::new(vec![1, 2]).scaled(3), Polynomial::new(vec![3, 6]));
}
