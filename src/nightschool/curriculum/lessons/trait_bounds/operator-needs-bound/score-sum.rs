---
code: E0369
---
/// Scores that a document got from several fields of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<S> {
    pub doc: u32,
    pub score: S,
}

/// Joins two result lists that are sorted by document; a document in both gets the sum of its scores.
pub fn merge<S: Copy>(left: &[Hit<S>], right: &[Hit<S>]) -> Vec<Hit<S>> {
    let mut out = Vec::with_capacity(left.len() + right.len());
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        let (a, b) = (&left[i], &right[j]);
        if a.doc == b.doc {
            out.push(Hit { doc: a.doc, score: a.score + b.score });
            i += 1;
            j += 1;
        } else if a.doc < b.doc {
            out.push(a.clone());
            i += 1;
        } else {
            out.push(b.clone());
            j += 1;
        }
    }
    out.extend_from_slice(&left[i..]);
    out.extend_from_slice(&right[j..]);
    out
}
==== fixed
use std::ops::Add;

/// Scores that a document got from several fields of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<S> {
    pub doc: u32,
    pub score: S,
}

/// Joins two result lists that are sorted by document; a document in both gets the sum of its scores.
pub fn merge<S: Copy + Add<Output = S>>(left: &[Hit<S>], right: &[Hit<S>]) -> Vec<Hit<S>> {
    let mut out = Vec::with_capacity(left.len() + right.len());
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        let (a, b) = (&left[i], &right[j]);
        if a.doc == b.doc {
            out.push(Hit { doc: a.doc, score: a.score + b.score });
            i += 1;
            j += 1;
        } else if a.doc < b.doc {
            out.push(a.clone());
            i += 1;
        } else {
            out.push(b.clone());
            j += 1;
        }
    }
    out.extend_from_slice(&left[i..]);
    out.extend_from_slice(&right[j..]);
    out
}
==== tests
fn hits(list: &[(u32, i32)]) -> Vec<Hit<i32>> {
    list.iter().map(|&(doc, score)| Hit { doc, score }).collect()
}

#[test]
fn common_documents_are_summed() {
    let got = merge(&hits(&[(1, 5), (4, 2), (9, 1)]), &hits(&[(2, 7), (4, 3)]));
    assert_eq!(got, hits(&[(1, 5), (2, 7), (4, 5), (9, 1)]));
}

#[test]
fn works_for_floats() {
    let a = [Hit { doc: 3, score: 0.5 }];
    assert_eq!(merge(&a, &a), [Hit { doc: 3, score: 1.0 }]);
    assert_eq!(merge(&a, &[]), a);
}
