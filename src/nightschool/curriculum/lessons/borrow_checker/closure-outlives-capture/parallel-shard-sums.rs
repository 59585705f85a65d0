---
code: E0373
---
use std::sync::mpsc;
use std::thread;

/// One block of a blocked sparse vector.
#[derive(Debug, Clone)]
pub struct Block {
    pub offset: usize,
    pub values: Vec<i64>,
}

impl Block {
    fn weighted(&self, weights: &[i64]) -> i64 {
        self.values
            .iter()
            .zip(&weights[self.offset..])
            .map(|(value, weight)| value * weight)
            .sum()
    }
}

/// The partial dot product of each block with `weights`, by offset.
/// Each block is worked on by a thread of its own.
pub fn partial_sums(blocks: Vec<Block>, weights: &[i64]) -> Vec<(usize, i64)> {
    let (sender, results) = mpsc::channel();
    let mut workers = Vec::new();
    for block in blocks {
        let weights = weights.to_vec();
        let sender = sender.clone();
        workers.push(thread::spawn(|| {
            let sum = block.weighted(&weights);
            sender.send((block.offset, sum)).ok();
        }));
    }
    drop(sender);
    for worker in workers {
        worker.join().expect("worker panicked");
    }
    let mut sums: Vec<(usize, i64)> = results.iter().collect();
    sums.sort();
    sums
}
==== fixed
use std::sync::mpsc;
use std::thread;

/// One block of a blocked sparse vector.
#[derive(Debug, Clone)]
pub struct Block {
    pub offset: usize,
    pub values: Vec<i64>,
}

impl Block {
    fn weighted(&self, weights: &[i64]) -> i64 {
        self.values
            .iter()
            .zip(&weights[self.offset..])
            .map(|(value, weight)| value * weight)
            .sum()
    }
}

/// The partial dot product of each block with `weights`, by offset.
/// Each block is worked on by a thread of its own.
pub fn partial_sums(blocks: Vec<Block>, weights: &[i64]) -> Vec<(usize, i64)> {
    let (sender, results) = mpsc::channel();
    let mut workers = Vec::new();
    for block in blocks {
        let weights = weights.to_vec();
        let sender = sender.clone();
        workers.push(thread::spawn(move || {
            let sum = block.weighted(&weights);
            sender.send((block.offset, sum)).ok();
        }));
    }
    drop(sender);
    for worker in workers {
        worker.join().expect("worker panicked");
    }
    let mut sums: Vec<(usize, i64)> = results.iter().collect();
    sums.sort();
    sums
}
==== tests
#[test]
fn sums_by_offset() {
    let blocks = vec![
        Block { offset: 3, values: vec![1, 1] },
        Block { offset: 0, values: vec![2] },
    ];
    assert_eq!(partial_sums(blocks, &[10, 20, 30, 40, 50]), vec![(0, 20), (3, 90)]);
}

#[test]
fn empty_blocks_count() {
    let blocks = vec![Block { offset: 1, values: vec![] }];
    assert_eq!(partial_sums(blocks, &[1, 2]), vec![(1, 0)]);
    assert!(partial_sums(Vec::new(), &[]).is_empty());
}
