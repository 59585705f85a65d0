---
code: E0277
---
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Merges sorted lists into one sorted list.
pub fn merge<T>(lists: Vec<Vec<T>>) -> Vec<T>
where
    T: Ord,
{
    let mut sources: Vec<_> = lists.into_iter().map(Vec::into_iter).collect();
    let mut heap = BinaryHeap::new();
    for (at, source) in sources.iter_mut().enumerate() {
        heap.extend(source.next().map(|item| Reverse((item, at))));
    }
    let mut merged = Vec::new();
    while let Some(Reverse((item, at))) = heap.pop() {
        merged.push(item);
        heap.extend(sources[at].next().map(|item| Reverse((item, at))));
    }
    merged
}

/// Sorted runs that are merged once there are `fan_in` of them.
pub struct RunMerger<T> {
    runs: Vec<Vec<T>>,
    fan_in: usize,
}

impl<T> RunMerger<T> {
    pub fn new(fan_in: usize) -> Self {
        RunMerger { runs: Vec::new(), fan_in }
    }

    pub fn runs(&self) -> usize {
        self.runs.len()
    }

    /// Adds a sorted run.
    pub fn add(&mut self, run: Vec<T>) {
        self.runs.push(run);
        if self.runs.len() == self.fan_in {
            let runs = std::mem::take(&mut self.runs);
            self.runs.push(merge(runs));
        }
    }

    /// Everything in one sorted list.
    pub fn finish(self) -> Vec<T> {
        merge(self.runs)
    }
}
==== fixed
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Merges sorted lists into one sorted list.
pub fn merge<T>(lists: Vec<Vec<T>>) -> Vec<T>
where
    T: Ord,
{
    let mut sources: Vec<_> = lists.into_iter().map(Vec::into_iter).collect();
    let mut heap = BinaryHeap::new();
    for (at, source) in sources.iter_mut().enumerate() {
        heap.extend(source.next().map(|item| Reverse((item, at))));
    }
    let mut merged = Vec::new();
    while let Some(Reverse((item, at))) = heap.pop() {
        merged.push(item);
        heap.extend(sources[at].next().map(|item| Reverse((item, at))));
    }
    merged
}

/// Sorted runs that are merged once there are `fan_in` of them.
pub struct RunMerger<T> {
    runs: Vec<Vec<T>>,
    fan_in: usize,
}

impl<T> RunMerger<T> {
    pub fn new(fan_in: usize) -> Self {
        RunMerger { runs: Vec::new(), fan_in }
    }

    pub fn runs(&self) -> usize {
        self.runs.len()
    }

    /// Adds a sorted run.
    pub fn add(&mut self, run: Vec<T>)
    where
        T: Ord,
    {
        self.runs.push(run);
        if self.runs.len() == self.fan_in {
            let runs = std::mem::take(&mut self.runs);
            self.runs.push(merge(runs));
        }
    }

    /// Everything in one sorted list.
    pub fn finish(self) -> Vec<T>
    where
        T: Ord,
    {
        merge(self.runs)
    }
}
==== tests
#[test]
fn merges_when_full() {
    let mut merger = RunMerger::new(3);
    merger.add(vec![1, 5, 9]);
    merger.add(vec![2, 2]);
    assert_eq!(merger.runs(), 2);
    merger.add(vec![0, 7]);
    assert_eq!(merger.runs(), 1);
    merger.add(vec![6]);
    assert_eq!(merger.finish(), vec![0, 1, 2, 2, 5, 6, 7, 9]);
}

#[test]
fn strings_and_nothing() {
    assert!(RunMerger::<String>::new(2).finish().is_empty());
    assert_eq!(merge(vec![vec!["b"], vec![], vec!["a", "c"]]), vec!["a", "b", "c"]);
}
