---
code: E0382
---
/// A closed range of ports.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    pub low: u16,
    pub high: u16,
}

/// A set of ranges that do not overlap.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeSet {
    ranges: Vec<Range>,
}

impl RangeSet {
    pub fn of(bounds: &[(u16, u16)]) -> Self {
        RangeSet {
            ranges: bounds.iter().map(|&(low, high)| Range { low, high }).collect(),
        }
    }

    /// The number of ports of `range` that are in the set.
    pub fn overlap(&self, range: &Range) -> u32 {
        self.ranges
            .iter()
            .filter(|own| own.low <= range.high && range.low <= own.high)
            .map(|own| u32::from(own.high.min(range.high) - own.low.max(range.low)) + 1)
            .sum()
    }
}

fn shared_ports(a: &RangeSet, b: RangeSet) -> u32 {
    b.ranges.iter().map(|range| a.overlap(range)).sum()
}

/// For each candidate, how many ports it shares with the reserved ones.
pub fn conflicts(candidates: &[RangeSet], reserved: RangeSet) -> Vec<u32> {
    let mut counts = Vec::new();
    for candidate in candidates {
        counts.push(shared_ports(candidate, reserved));
    }
    counts
}
==== fixed
/// A closed range of ports.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    pub low: u16,
    pub high: u16,
}

/// A set of ranges that do not overlap.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeSet {
    ranges: Vec<Range>,
}

impl RangeSet {
    pub fn of(bounds: &[(u16, u16)]) -> Self {
        RangeSet {
            ranges: bounds.iter().map(|&(low, high)| Range { low, high }).collect(),
        }
    }

    /// The number of ports of `range` that are in the set.
    pub fn overlap(&self, range: &Range) -> u32 {
        self.ranges
            .iter()
            .filter(|own| own.low <= range.high && range.low <= own.high)
            .map(|own| u32::from(own.high.min(range.high) - own.low.max(range.low)) + 1)
            .sum()
    }
}

fn shared_ports(a: &RangeSet, b: &RangeSet) -> u32 {
    b.ranges.iter().map(|range| a.overlap(range)).sum()
}

/// For each candidate, how many ports it shares with the reserved ones.
pub fn conflicts(candidates: &[RangeSet], reserved: RangeSet) -> Vec<u32> {
    let mut counts = Vec::new();
    for candidate in candidates {
        counts.push(shared_ports(candidate, &reserved));
    }
    counts
}
==== tests
#[test]
fn counts_each_candidate() {
    let reserved = RangeSet::of(&[(1, 10), (100, 200)]);
    let candidates = [
        RangeSet::of(&[(10, 20)]),
        RangeSet::of(&[(300, 400)]),
        RangeSet::of(&[(5, 101)]),
        RangeSet::of(&[(0, 1), (200, 200)]),
    ];
    assert_eq!(conflicts(&candidates, reserved), vec![1, 0, 8, 2]);
}

#[test]
fn nothing_to_count() {
    assert!(conflicts(&[], RangeSet::of(&[(1, 2)])).is_empty());
    assert_eq!(conflicts(&[RangeSet::of(&[])], RangeSet::of(&[(1, 2)])), vec![0]);
}
