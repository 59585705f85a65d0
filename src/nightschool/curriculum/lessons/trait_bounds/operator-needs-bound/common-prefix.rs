---
code: E0369
---
/// What one side of a diff has that the other has not, after equal ends were cut away.
#[derive(Debug, PartialEq)]
pub struct Core<'a, T> {
    pub start: usize,
    pub old: &'a [T],
    pub new: &'a [T],
}

/// Number of equal items at the front of both slices.
pub fn common_prefix<T>(old: &[T], new: &[T]) -> usize {
    let mut n = 0;
    while n < old.len() && n < new.len() && old[n] == new[n] {
        n += 1;
    }
    n
}

/// Number of equal items at the back of both slices.
pub fn common_suffix<T>(old: &[T], new: &[T]) -> usize {
    old.iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(a, b)| *a == *b)
        .count()
}

pub fn core<'a, T>(old: &'a [T], new: &'a [T]) -> Core<'a, T> {
    let start = common_prefix(old, new);
    let (old, new) = (&old[start..], &new[start..]);
    let tail = common_suffix(old, new);
    Core { start, old: &old[..old.len() - tail], new: &new[..new.len() - tail] }
}
==== fixed
/// What one side of a diff has that the other has not, after equal ends were cut away.
#[derive(Debug, PartialEq)]
pub struct Core<'a, T> {
    pub start: usize,
    pub old: &'a [T],
    pub new: &'a [T],
}

/// Number of equal items at the front of both slices.
pub fn common_prefix<T: PartialEq>(old: &[T], new: &[T]) -> usize {
    let mut n = 0;
    while n < old.len() && n < new.len() && old[n] == new[n] {
        n += 1;
    }
    n
}

/// Number of equal items at the back of both slices.
pub fn common_suffix<T: PartialEq>(old: &[T], new: &[T]) -> usize {
    old.iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(a, b)| *a == *b)
        .count()
}

pub fn core<'a, T: PartialEq>(old: &'a [T], new: &'a [T]) -> Core<'a, T> {
    let start = common_prefix(old, new);
    let (old, new) = (&old[start..], &new[start..]);
    let tail = common_suffix(old, new);
    Core { start, old: &old[..old.len() - tail], new: &new[..new.len() - tail] }
}
==== tests
#[test]
fn ends_are_cut() {
    let c = core(&["a", "b", "c", "d"], &["a", "x", "y", "d"]);
    assert_eq!(c.start, 1);
    assert_eq!(c.old, ["b", "c"]);
    assert_eq!(c.new, ["x", "y"]);
}

#[test]
fn floats_can_be_compared_too() {
    assert_eq!(common_prefix(&[1.0, 2.0], &[1.0, 3.0]), 1);
    assert_eq!(common_suffix(&[1.0, 2.0], &[5.0, 2.0]), 1);
    let c = core(&[1, 1], &[1, 1, 1]);
    assert_eq!((c.start, c.old.len(), c.new.len()), (2, 0, 1));
}
