---
code: E0277
---
use std::collections::HashMap;
use std::hash::Hash;

/// How often each face came up, the commonest first.
pub fn tally<F: Hash + Eq + Ord + Clone>(rolls: &[F]) -> Vec<(F, usize)> {
    let mut counts: HashMap<F, usize> = HashMap::new();
    for face in rolls {
        *counts.entry(face.clone()).or_default() += 1;
    }
    let mut pairs: Vec<(F, usize)> = counts.into_iter().collect();
    pairs.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    pairs
}

/// The face that came up most often; the smaller face on a tie.
pub fn favourite<F: Clone + Eq + Hash>(rolls: &[F]) -> Option<F> {
    tally(rolls).into_iter().next().map(|(face, _)| face)
}

/// Whether no face came up more than twice as often as another that came up.
pub fn looks_fair<F: Clone + Eq + Hash>(rolls: &[F]) -> bool {
    let pairs = tally(rolls);
    match (pairs.first(), pairs.last()) {
        (Some(most), Some(least)) => most.1 <= 2 * least.1,
        _ => true,
    }
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;

/// How often each face came up, the commonest first.
pub fn tally<F: Hash + Eq + Ord + Clone>(rolls: &[F]) -> Vec<(F, usize)> {
    let mut counts: HashMap<F, usize> = HashMap::new();
    for face in rolls {
        *counts.entry(face.clone()).or_default() += 1;
    }
    let mut pairs: Vec<(F, usize)> = counts.into_iter().collect();
    pairs.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    pairs
}

/// The face that came up most often; the smaller face on a tie.
pub fn favourite<F: Clone + Ord + Hash>(rolls: &[F]) -> Option<F> {
    tally(rolls).into_iter().next().map(|(face, _)| face)
}

/// Whether no face came up more than twice as often as another that came up.
pub fn looks_fair<F: Clone + Ord + Hash>(rolls: &[F]) -> bool {
    let pairs = tally(rolls);
    match (pairs.first(), pairs.last()) {
        (Some(most), Some(least)) => most.1 <= 2 * least.1,
        _ => true,
    }
}
==== tests
#[test]
fn favourite_of_a_tie() {
    assert_eq!(favourite(&[5, 3, 3, 5, 1]), Some(3));
    assert_eq!(favourite::<u8>(&[]), None);
}
#[test]
fn fairness() {
    assert!(looks_fair(&['a', 'b', 'a']));
    assert!(!looks_fair(&["x", "x", "x", "y"]));
}
#[test]
fn order_of_tally() {
    assert_eq!(tally(&[2, 6, 6]), vec![(6, 2), (2, 1)]);
}
