use std::collections::HashMap;
use std::hash::Hash;

fn tally<T: Eq + Hash + Clone>(values: &[T]) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for value in values {
        *counts.entry(value.clone()).or_insert(0) += 1;
    }
    counts
}

/// The value that occurs most often; the smallest of them if several do.
pub fn mode<T: Ord + Hash + Clone>(values: &[T]) -> Option<(T, usize)> {
    let mut ranked: Vec<(T, usize)> = tally(values).into_iter().collect();
    ranked.sort_by(|(a, m), (b, n)| n.cmp(m).then(a.cmp(b)));
    ranked.into_iter().next()
}
