---
code: E0277
---
use std::fmt::Display;

/// The value that `percent` of the samples do not exceed (nearest rank).
fn percentile<T: Ord + Copy>(samples: &[T], percent: usize) -> Option<T> {
    if samples.is_empty() {
        return None;
    }
    let mut sorted = samples.to_vec();
    sorted.sort();
    let rank = (sorted.len() * percent).div_ceil(100);
    Some(sorted[rank.max(1) - 1])
}

/// One row of the latency report, such as `login: p50=3 p90=7`, or `login: -`
/// when there is no sample.
pub fn row<T: Display>(name: &str, samples: &[T]) -> String {
    match (percentile(samples, 50), percentile(samples, 90)) {
        (Some(half), Some(most)) => format!("{}: p50={} p90={}", name, half, most),
        _ => format!("{}: -", name),
    }
}

/// All rows, those of the worst 90th percentile first.
pub fn report<T: Display + Ord + Copy>(series: &[(&str, Vec<T>)]) -> Vec<String> {
    let mut order: Vec<&(&str, Vec<T>)> = series.iter().collect();
    order.sort_by_key(|(_, samples)| std::cmp::Reverse(percentile(samples, 90)));
    order.into_iter().map(|(name, samples)| row(name, samples)).collect()
}
==== fixed
use std::fmt::Display;

/// The value that `percent` of the samples do not exceed (nearest rank).
fn percentile<T: Ord + Copy>(samples: &[T], percent: usize) -> Option<T> {
    if samples.is_empty() {
        return None;
    }
    let mut sorted = samples.to_vec();
    sorted.sort();
    let rank = (sorted.len() * percent).div_ceil(100);
    Some(sorted[rank.max(1) - 1])
}

/// One row of the latency report, such as `login: p50=3 p90=7`, or `login: -`
/// when there is no sample.
pub fn row<T: Display + Ord + Copy>(name: &str, samples: &[T]) -> String {
    match (percentile(samples, 50), percentile(samples, 90)) {
        (Some(half), Some(most)) => format!("{}: p50={} p90={}", name, half, most),
        _ => format!("{}: -", name),
    }
}

/// All rows, those of the worst 90th percentile first.
pub fn report<T: Display + Ord + Copy>(series: &[(&str, Vec<T>)]) -> Vec<String> {
    let mut order: Vec<&(&str, Vec<T>)> = series.iter().collect();
    order.sort_by_key(|(_, samples)| std::cmp::Reverse(percentile(samples, 90)));
    order.into_iter().map(|(name, samples)| row(name, samples)).collect()
}
==== tests
#[test]
fn row_shows_percentiles() {
    let samples: Vec<u32> = (1..=10).rev().collect();
    assert_eq!(row("login", &samples), "login: p50=5 p90=9");
    assert_eq!(row("one", &[7i64]), "one: p50=7 p90=7");
    assert_eq!(row::<u32>("none", &[]), "none: -");
}

#[test]
fn worst_first() {
    let series = [("a", vec![1u32, 2]), ("none", vec![]), ("b", vec![9])];
    assert_eq!(report(&series), ["b: p50=9 p90=9", "a: p50=1 p90=2", "none: -"]);
}
