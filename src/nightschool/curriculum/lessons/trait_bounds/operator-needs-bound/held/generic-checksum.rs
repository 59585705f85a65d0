---
code: E0369
---
use std::ops::Rem;

/// A sum of weighted places, taken modulo some number.
#[derive(Debug, Clone, Copy)]
pub struct Modular<T> {
    modulus: T,
    start: T,
}

impl<T> Modular<T>
where
    T: Copy + Rem<Output = T>,
{
    pub fn new(start: T, modulus: T) -> Self {
        Modular { modulus, start }
    }

    /// Adds the values one by one and reduces after each.
    pub fn sum(&self, values: &[T]) -> T {
        let mut total = self.start;
        for value in values {
            total = (total + *value) % self.modulus;
        }
        total
    }
}

pub fn isbn10_rest(digits: &[u32]) -> u32 {
    let weighted: Vec<u32> = digits
        .iter()
        .zip((1..=10).rev())
        .map(|(digit, weight)| digit * weight)
        .collect();
    Modular::new(0, 11).sum(&weighted)
}

pub fn adler_low(bytes: &[u8]) -> u64 {
    let values: Vec<u64> = bytes.iter().map(|b| u64::from(*b)).collect();
    Modular::new(1, 65521).sum(&values)
}
==== fixed
use std::ops::{Add, Rem};

/// A sum of weighted places, taken modulo some number.
#[derive(Debug, Clone, Copy)]
pub struct Modular<T> {
    modulus: T,
    start: T,
}

impl<T> Modular<T>
where
    T: Copy + Add<Output = T> + Rem<Output = T>,
{
    pub fn new(start: T, modulus: T) -> Self {
        Modular { modulus, start }
    }

    /// Adds the values one by one and reduces after each.
    pub fn sum(&self, values: &[T]) -> T {
        let mut total = self.start;
        for value in values {
            total = (total + *value) % self.modulus;
        }
        total
    }
}

pub fn isbn10_rest(digits: &[u32]) -> u32 {
    let weighted: Vec<u32> = digits
        .iter()
        .zip((1..=10).rev())
        .map(|(digit, weight)| digit * weight)
        .collect();
    Modular::new(0, 11).sum(&weighted)
}

pub fn adler_low(bytes: &[u8]) -> u64 {
    let values: Vec<u64> = bytes.iter().map(|b| u64::from(*b)).collect();
    Modular::new(1, 65521).sum(&values)
}
==== tests
#[test]
fn isbn10() {
    assert_eq!(isbn10_rest(&[0, 3, 0, 6, 4, 0, 6, 1, 5, 2]), 0);
    assert_eq!(isbn10_rest(&[0, 3, 0, 6, 4, 0, 6, 1, 5, 3]), 1);
}

#[test]
fn adler() {
    assert_eq!(adler_low(b"Wikipedia"), 920);
    assert_eq!(adler_low(b""), 1);
    assert_eq!(Modular::new(2i64, 5).sum(&[4, 4]), 0);
}
