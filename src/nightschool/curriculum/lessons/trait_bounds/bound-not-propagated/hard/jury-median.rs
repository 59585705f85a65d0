---
code: E0277
---
//! Votes of a jury. Votes may be marks, letters or owned texts such as
//! essays on the work; they are only ever looked at, never duplicated.

/// References to the votes, lowest first.
fn in_order<V: Ord + Clone>(votes: &[V]) -> Vec<&V> {
    let mut sorted: Vec<&V> = votes.iter().collect();
    sorted.sort();
    sorted
}

/// The vote in the middle; of an even number of votes the higher one of the
/// two in the middle. Asks no more of a vote than that it can be ordered.
pub fn median<V: Ord>(votes: &[V]) -> Option<&V> {
    let sorted = in_order(votes);
    sorted.get(sorted.len() / 2).copied()
}

/// How many votes lie strictly above the median.
pub fn above_median<V: Ord>(votes: &[V]) -> usize {
    match median(votes) {
        Some(middle) => votes.iter().filter(|vote| *vote > middle).count(),
        None => 0,
    }
}
==== fixed
//! Votes of a jury. Votes may be marks, letters or owned texts such as
//! essays on the work; they are only ever looked at, never duplicated.

/// References to the votes, lowest first.
fn in_order<V: Ord>(votes: &[V]) -> Vec<&V> {
    let mut sorted: Vec<&V> = votes.iter().collect();
    sorted.sort();
    sorted
}

/// The vote in the middle; of an even number of votes the higher one of the
/// two in the middle. Asks no more of a vote than that it can be ordered.
pub fn median<V: Ord>(votes: &[V]) -> Option<&V> {
    let sorted = in_order(votes);
    sorted.get(sorted.len() / 2).copied()
}

/// How many votes lie strictly above the median.
pub fn above_median<V: Ord>(votes: &[V]) -> usize {
    match median(votes) {
        Some(middle) => votes.iter().filter(|vote| *vote > middle).count(),
        None => 0,
    }
}
==== tests
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Essay {
    mark: u8,
    text: String,
}

fn essay(mark: u8, text: &str) -> Essay {
    Essay { mark, text: text.to_string() }
}

#[test]
fn the_middle_of_marks() {
    assert_eq!(median(&[9, 2, 5]), Some(&5));
    assert_eq!(median(&[9, 2, 5, 7]), Some(&7));
    assert_eq!(above_median(&[5, 5, 6, 1, 8]), 2);
}

#[test]
fn essays_are_votes_too() {
    let votes = [essay(3, "dull"), essay(9, "bright"), essay(6, "fair")];
    assert_eq!(median(&votes).map(|v| v.text.as_str()), Some("fair"));
    assert_eq!(above_median(&votes), 1);
    assert_eq!(above_median(&Vec::<Essay>::new()), 0);
}
