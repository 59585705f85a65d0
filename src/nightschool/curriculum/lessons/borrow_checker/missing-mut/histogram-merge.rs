---
code: E0596
---
use std::collections::BTreeMap;

/// Request counts per latency bucket (upper bound in milliseconds).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram {
    buckets: BTreeMap<u32, u64>,
}

impl Histogram {
    pub fn with_bounds(bounds: &[u32]) -> Self {
        Histogram { buckets: bounds.iter().map(|&b| (b, 0)).collect() }
    }

    pub fn observe(&mut self, latency_ms: u32) {
        if let Some((_, count)) = self.buckets.range_mut(latency_ms..).next() {
            *count += 1;
        }
    }

    pub fn count(&self, bound: u32) -> u64 {
        self.buckets.get(&bound).copied().unwrap_or(0)
    }

    pub fn total(&self) -> u64 {
        self.buckets.values().sum()
    }
}

/// The sum of the workers' histograms. The workers' own counts stay as they are.
pub fn merge(workers: &[Histogram]) -> Histogram {
    let merged = Histogram::default();
    for worker in workers {
        for (&bound, &count) in &worker.buckets {
            *merged.buckets.entry(bound).or_insert(0) += count;
        }
    }
    merged
}
==== fixed
use std::collections::BTreeMap;

/// Request counts per latency bucket (upper bound in milliseconds).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram {
    buckets: BTreeMap<u32, u64>,
}

impl Histogram {
    pub fn with_bounds(bounds: &[u32]) -> Self {
        Histogram { buckets: bounds.iter().map(|&b| (b, 0)).collect() }
    }

    pub fn observe(&mut self, latency_ms: u32) {
        if let Some((_, count)) = self.buckets.range_mut(latency_ms..).next() {
            *count += 1;
        }
    }

    pub fn count(&self, bound: u32) -> u64 {
        self.buckets.get(&bound).copied().unwrap_or(0)
    }

    pub fn total(&self) -> u64 {
        self.buckets.values().sum()
    }
}

/// The sum of the workers' histograms. The workers' own counts stay as they are.
pub fn merge(workers: &[Histogram]) -> Histogram {
    let mut merged = Histogram::default();
    for worker in workers {
        for (&bound, &count) in &worker.buckets {
            *merged.buckets.entry(bound).or_insert(0) += count;
        }
    }
    merged
}
==== tests
#[test]
fn merge_adds_per_bucket() {
    let mut a = Histogram::with_bounds(&[10, 100]);
    let mut b = Histogram::with_bounds(&[10, 50]);
    a.observe(3);
    a.observe(70);
    b.observe(10);
    b.observe(11);
    let sum = merge(&[a.clone(), b]);
    assert_eq!((sum.count(10), sum.count(50), sum.count(100)), (2, 1, 1));
    assert_eq!(sum.total(), 4);
    assert_eq!(a.total(), 2);
}

#[test]
fn merge_of_nothing_is_empty() {
    assert_eq!(merge(&[]).total(), 0);
}
