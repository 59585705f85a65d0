---
code: E0369
---
use std::ops::Sub;

/// Stores a sequence as its first value and the differences that follow.
#[derive(Debug, Clone, PartialEq)]
pub struct Deltas<T> {
    pub first: Option<T>,
    pub steps: Vec<T>,
}

pub fn encode<T>(values: &[T]) -> Deltas<T>
where
    T: Copy + Sub<Output = T>,
{
    Deltas {
        first: values.first().copied(),
        steps: values.windows(2).map(|pair| pair[1] - pair[0]).collect(),
    }
}

/// The inverse of `encode`.
pub fn decode<T>(deltas: &Deltas<T>) -> Vec<T>
where
    T: Copy,
{
    let Some(mut value) = deltas.first else {
        return Vec::new();
    };
    let mut values = Vec::with_capacity(deltas.steps.len() + 1);
    values.push(value);
    for step in &deltas.steps {
        value = value + *step;
        values.push(value);
    }
    values
}

/// The widest step of an encoded sequence of signed numbers.
pub fn widest_step(deltas: &Deltas<i64>) -> i64 {
    deltas.steps.iter().map(|step| step.abs()).max().unwrap_or(0)
}
==== fixed
use std::ops::Sub;

/// Stores a sequence as its first value and the differences that follow.
#[derive(Debug, Clone, PartialEq)]
pub struct Deltas<T> {
    pub first: Option<T>,
    pub steps: Vec<T>,
}

pub fn encode<T>(values: &[T]) -> Deltas<T>
where
    T: Copy + Sub<Output = T>,
{
    Deltas {
        first: values.first().copied(),
        steps: values.windows(2).map(|pair| pair[1] - pair[0]).collect(),
    }
}

/// The inverse of `encode`.
pub fn decode<T>(deltas: &Deltas<T>) -> Vec<T>
where
    T: Copy + std::ops::Add<Output = T>,
{
    let Some(mut value) = deltas.first else {
        return Vec::new();
    };
    let mut values = Vec::with_capacity(deltas.steps.len() + 1);
    values.push(value);
    for step in &deltas.steps {
        value = value + *step;
        values.push(value);
    }
    values
}

/// The widest step of an encoded sequence of signed numbers.
pub fn widest_step(deltas: &Deltas<i64>) -> i64 {
    deltas.steps.iter().map(|step| step.abs()).max().unwrap_or(0)
}
==== tests
#[test]
fn round_trip() {
    let values = vec![100i64, 103, 101, 101, -5];
    let deltas = encode(&values);
    assert_eq!(deltas.steps, vec![3, -2, 0, -106]);
    assert_eq!(decode(&deltas), values);
    assert_eq!(widest_step(&deltas), 106);
}

#[test]
fn floats_and_short_inputs() {
    let halves = [0.5, 1.0, 3.5];
    assert_eq!(decode(&encode(&halves)), halves.to_vec());
    assert_eq!(decode(&encode::<i32>(&[])), Vec::<i32>::new());
    assert_eq!(decode(&encode(&[7u8])), vec![7]);
}
