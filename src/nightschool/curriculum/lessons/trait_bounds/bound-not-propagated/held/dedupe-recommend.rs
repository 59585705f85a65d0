---
code: E0277
---
use std::collections::HashSet;
use std::hash::Hash;

fn unique<T: Hash + Eq + Clone>(items: &[T]) -> Vec<T> {
    let mut seen = HashSet::new();
    items.iter().filter(|i| seen.insert((*i).clone())).cloned().collect()
}

/// Interleaves several ranked lists, best places first; every item comes once.
pub fn blend<T: Clone>(lists: &[Vec<T>], limit: usize) -> Vec<T> {
    let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
    let mut all = Vec::new();
    for place in 0..longest {
        for list in lists {
            if let Some(item) = list.get(place) {
                all.push(item.clone());
            }
        }
    }
    let mut result = unique(&all);
    result.truncate(limit);
    result
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Track {
    pub artist: String,
    pub title: String,
}

pub fn playlist(lists: &[Vec<Track>]) -> Vec<String> {
    blend(lists, 5)
        .into_iter()
        .map(|t| format!("{} - {}", t.artist, t.title))
        .collect()
}
==== fixed
use std::collections::HashSet;
use std::hash::Hash;

fn unique<T: Hash + Eq + Clone>(items: &[T]) -> Vec<T> {
    let mut seen = HashSet::new();
    items.iter().filter(|i| seen.insert((*i).clone())).cloned().collect()
}

/// Interleaves several ranked lists, best places first; every item comes once.
pub fn blend<T: Hash + Eq + Clone>(lists: &[Vec<T>], limit: usize) -> Vec<T> {
    let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
    let mut all = Vec::new();
    for place in 0..longest {
        for list in lists {
            if let Some(item) = list.get(place) {
                all.push(item.clone());
            }
        }
    }
    let mut result = unique(&all);
    result.truncate(limit);
    result
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Track {
    pub artist: String,
    pub title: String,
}

pub fn playlist(lists: &[Vec<Track>]) -> Vec<String> {
    blend(lists, 5)
        .into_iter()
        .map(|t| format!("{} - {}", t.artist, t.title))
        .collect()
}
==== tests
#[test]
fn interleaved_without_repeats() {
    let lists = vec![vec![1, 2, 3], vec![2, 4], vec![5]];
    assert_eq!(blend(&lists, 10), [1, 2, 5, 4, 3]);
    assert_eq!(blend(&lists, 2), [1, 2]);
}

#[test]
fn tracks() {
    let t = |a: &str, b: &str| Track { artist: a.into(), title: b.into() };
    let lists = vec![vec![t("A", "x"), t("B", "y")], vec![t("A", "x"), t("A", "z")]];
    assert_eq!(playlist(&lists), ["A - x", "B - y", "A - z"]);
}
