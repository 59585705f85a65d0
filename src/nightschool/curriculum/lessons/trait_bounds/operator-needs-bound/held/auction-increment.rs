---
code: E0369
---
/// Price steps of an auction: from each threshold on, bids rise by the step beside it.
#[derive(Debug, Clone)]
pub struct Steps<M> {
    bands: Vec<(M, M)>,
}

impl<M> Steps<M>
where
    M: Copy,
{
    /// `first` is the step that holds from the start.
    pub fn new(zero: M, first: M) -> Self {
        Steps { bands: vec![(zero, first)] }
    }

    /// Bands have to be added with rising thresholds.
    pub fn from(mut self, threshold: M, step: M) -> Self {
        self.bands.push((threshold, step));
        self
    }

    /// The least amount that is accepted after `current`.
    pub fn next(&self, current: M) -> M {
        let mut step = self.bands[0].1;
        for &(threshold, band_step) in &self.bands {
            if current >= threshold {
                step = band_step;
            }
        }
        current + step
    }
}

/// Counts the bids that lead from `start` to `goal` when nobody offers more than needed.
pub fn bids_needed(steps: &Steps<u32>, start: u32, goal: u32) -> usize {
    let mut price = start;
    let mut bids = 0;
    while price < goal {
        price = steps.next(price);
        bids += 1;
    }
    bids
}
==== fixed
/// Price steps of an auction: from each threshold on, bids rise by the step beside it.
#[derive(Debug, Clone)]
pub struct Steps<M> {
    bands: Vec<(M, M)>,
}

impl<M> Steps<M>
where
    M: Copy + PartialOrd + std::ops::Add<Output = M>,
{
    /// `first` is the step that holds from the start.
    pub fn new(zero: M, first: M) -> Self {
        Steps { bands: vec![(zero, first)] }
    }

    /// Bands have to be added with rising thresholds.
    pub fn from(mut self, threshold: M, step: M) -> Self {
        self.bands.push((threshold, step));
        self
    }

    /// The least amount that is accepted after `current`.
    pub fn next(&self, current: M) -> M {
        let mut step = self.bands[0].1;
        for &(threshold, band_step) in &self.bands {
            if current >= threshold {
                step = band_step;
            }
        }
        current + step
    }
}

/// Counts the bids that lead from `start` to `goal` when nobody offers more than needed.
pub fn bids_needed(steps: &Steps<u32>, start: u32, goal: u32) -> usize {
    let mut price = start;
    let mut bids = 0;
    while price < goal {
        price = steps.next(price);
        bids += 1;
    }
    bids
}
==== tests
fn steps() -> Steps<u32> {
    Steps::new(0, 5).from(100, 10).from(500, 50)
}
#[test]
fn next_by_band() {
    assert_eq!(steps().next(99), 104);
    assert_eq!(steps().next(100), 110);
    assert_eq!(steps().next(700), 750);
}
#[test]
fn counts_bids() {
    assert_eq!(bids_needed(&steps(), 90, 120), 4);
    assert_eq!(bids_needed(&steps(), 9, 9), 0);
}
#[test]
fn floats() {
    assert_eq!(Steps::new(0.0, 0.5).from(2.0, 1.0).next(2.5), 3.5);
}
