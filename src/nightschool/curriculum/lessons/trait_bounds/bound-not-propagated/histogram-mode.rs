---
code: E0277
---
use std::collections::HashMap;
use std::hash::Hash;

#[derive(Debug, Clone)]
pub struct Histogram<T> {
    counts: HashMap<T, usize>,
    total: usize,
}

impl<T: Eq + Hash> Histogram<T> {
    pub fn of(samples: impl IntoIterator<Item = T>) -> Self {
        let mut counts = HashMap::new();
        let mut total = 0;
        for sample in samples {
            *counts.entry(sample).or_insert(0) += 1;
            total += 1;
        }
        Histogram { counts, total }
    }

    pub fn share(&self, value: &T) -> f64 {
        let count = self.counts.get(value).copied().unwrap_or(0);
        count as f64 / self.total as f64
    }
}

impl<T: Eq + Hash + Ord> Histogram<T> {
    /// The commonest value; of several equally common ones the smallest.
    pub fn mode(self) -> Option<T> {
        self.counts
            .into_iter()
            .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
            .map(|(value, _)| value)
    }
}

/// Mode of each column, for rows of equal length.
pub fn column_modes<T: Clone + Eq + Hash>(rows: &[Vec<T>]) -> Vec<Option<T>> {
    let width = rows.first().map_or(0, Vec::len);
    (0..width)
        .map(|column| {
            let values = rows.iter().map(|row| row[column].clone());
            mode_of(values.collect())
        })
        .collect()
}

fn mode_of<T: Eq + Hash + Ord>(values: Vec<T>) -> Option<T> {
    Histogram::of(values).mode()
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

#[derive(Debug, Clone)]
pub struct Histogram<T> {
    counts: HashMap<T, usize>,
    total: usize,
}

impl<T: Eq + Hash> Histogram<T> {
    pub fn of(samples: impl IntoIterator<Item = T>) -> Self {
        let mut counts = HashMap::new();
        let mut total = 0;
        for sample in samples {
            *counts.entry(sample).or_insert(0) += 1;
            total += 1;
        }
        Histogram { counts, total }
    }

    pub fn share(&self, value: &T) -> f64 {
        let count = self.counts.get(value).copied().unwrap_or(0);
        count as f64 / self.total as f64
    }
}

impl<T: Eq + Hash + Ord> Histogram<T> {
    /// The commonest value; of several equally common ones the smallest.
    pub fn mode(self) -> Option<T> {
        self.counts
            .into_iter()
            .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
            .map(|(value, _)| value)
    }
}

/// Mode of each column, for rows of equal length.
pub fn column_modes<T: Clone + Eq + Hash + Ord>(rows: &[Vec<T>]) -> Vec<Option<T>> {
    let width = rows.first().map_or(0, Vec::len);
    (0..width)
        .map(|column| {
            let values = rows.iter().map(|row| row[column].clone());
            mode_of(values.collect())
        })
        .collect()
}

fn mode_of<T: Eq + Hash + Ord>(values: Vec<T>) -> Option<T> {
    Histogram::of(values).mode()
}
==== tests
#[test]
fn modes_by_column() {
    let rows = vec![vec!["n", "w"], vec!["s", "e"], vec!["n", "w"], vec!["n", "e"]];
    assert_eq!(column_modes(&rows), vec![Some("n"), Some("e")]);
}

#[test]
fn tie_takes_the_smallest() {
    assert_eq!(column_modes(&[vec![9, 1], vec![2, 5]]), vec![Some(2), Some(1)]);
    assert!(column_modes::<i32>(&[]).is_empty());
}

#[test]
fn share_of_total() {
    assert_eq!(Histogram::of(vec![1, 1, 2, 3]).share(&1), 0.5);
}
