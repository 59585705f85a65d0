---
code: E0369
---
use std::collections::BTreeMap;
use std::ops::Sub;

/// A counter that only grows, read from time to time.
#[derive(Debug, Clone)]
pub struct Series<V> {
    readings: BTreeMap<u64, V>,
}

impl<V: Copy> Series<V> {
    pub fn new() -> Self {
        Series { readings: BTreeMap::new() }
    }

    pub fn read(&mut self, at: u64, value: V) {
        self.readings.insert(at, value);
    }

    pub fn latest(&self) -> Option<V> {
        self.readings.values().next_back().copied()
    }
}

impl<V: Copy> Default for Series<V> {
    fn default() -> Self {
        Self::new()
    }
}

/// The growth between neighbouring readings, oldest first.
pub fn deltas<V>(series: &Series<V>) -> Vec<V>
where
    V: Copy,
{
    let values: Vec<V> = series.readings.values().copied().collect();
    values.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The growth between two moments at which the counter was read.
pub fn growth<V>(series: &Series<V>, from: u64, to: u64) -> Option<V>
where
    V: Copy + Sub<Output = V>,
{
    let start = *series.readings.get(&from)?;
    let end = *series.readings.get(&to)?;
    Some(end - start)
}
==== fixed
use std::collections::BTreeMap;
use std::ops::Sub;

/// A counter that only grows, read from time to time.
#[derive(Debug, Clone)]
pub struct Series<V> {
    readings: BTreeMap<u64, V>,
}

impl<V: Copy> Series<V> {
    pub fn new() -> Self {
        Series { readings: BTreeMap::new() }
    }

    pub fn read(&mut self, at: u64, value: V) {
        self.readings.insert(at, value);
    }

    pub fn latest(&self) -> Option<V> {
        self.readings.values().next_back().copied()
    }
}

impl<V: Copy> Default for Series<V> {
    fn default() -> Self {
        Self::new()
    }
}

/// The growth between neighbouring readings, oldest first.
pub fn deltas<V>(series: &Series<V>) -> Vec<V>
where
    V: Copy + Sub<Output = V>,
{
    let values: Vec<V> = series.readings.values().copied().collect();
    values.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The growth between two moments at which the counter was read.
pub fn growth<V>(series: &Series<V>, from: u64, to: u64) -> Option<V>
where
    V: Copy + Sub<Output = V>,
{
    let start = *series.readings.get(&from)?;
    let end = *series.readings.get(&to)?;
    Some(end - start)
}
==== tests
#[test]
fn deltas_in_time_order() {
    let mut series = Series::new();
    series.read(30, 18u64);
    series.read(10, 5);
    series.read(20, 7);
    assert_eq!(deltas(&series), [2, 11]);
    assert_eq!(growth(&series, 10, 30), Some(13));
    assert_eq!(series.latest(), Some(18));
}

#[test]
fn floats_and_short_series() {
    let mut series: Series<f32> = Series::default();
    assert!(deltas(&series).is_empty());
    series.read(1, 0.5);
    assert!(deltas(&series).is_empty());
    series.read(2, 2.0);
    assert_eq!(deltas(&series), [1.5]);
}
