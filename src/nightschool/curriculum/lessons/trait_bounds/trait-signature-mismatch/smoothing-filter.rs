---
code: E0053
---
pub trait Filter {
    fn feed(&mut self, sample: f64) -> Option<f64>;
    fn reset(&mut self);
}

/// Exponential smoothing: gives a value from the first sample on.
#[derive(Debug, Clone)]
pub struct Smooth {
    pub weight: f64,
    state: Option<f64>,
}

/// Lets every n-th sample through and nothing else.
#[derive(Debug, Clone)]
pub struct Decimate {
    pub every: usize,
    seen: usize,
}

impl Smooth {
    pub fn new(weight: f64) -> Self {
        Smooth { weight, state: None }
    }
}

impl Decimate {
    pub fn new(every: usize) -> Self {
        Decimate { every, seen: 0 }
    }
}

impl Filter for Smooth {
    fn feed(&mut self, sample: f64) -> f64 {
        let next = match self.state {
            Some(old) => old + self.weight * (sample - old),
            None => sample,
        };
        self.state = Some(next);
        next
    }

    fn reset(&mut self) {
        self.state = None;
    }
}

impl Filter for Decimate {
    fn feed(&mut self, sample: f64) -> Option<f64> {
        self.seen += 1;
        (self.seen % self.every == 0).then_some(sample)
    }

    fn reset(&mut self) {
        self.seen = 0;
    }
}

pub fn run(filter: &mut dyn Filter, samples: &[f64]) -> Vec<f64> {
    samples.iter().filter_map(|&s| filter.feed(s)).collect()
}
==== fixed
pub trait Filter {
    fn feed(&mut self, sample: f64) -> Option<f64>;
    fn reset(&mut self);
}

/// Exponential smoothing: gives a value from the first sample on.
#[derive(Debug, Clone)]
pub struct Smooth {
    pub weight: f64,
    state: Option<f64>,
}

/// Lets every n-th sample through and nothing else.
#[derive(Debug, Clone)]
pub struct Decimate {
    pub every: usize,
    seen: usize,
}

impl Smooth {
    pub fn new(weight: f64) -> Self {
        Smooth { weight, state: None }
    }
}

impl Decimate {
    pub fn new(every: usize) -> Self {
        Decimate { every, seen: 0 }
    }
}

impl Filter for Smooth {
    fn feed(&mut self, sample: f64) -> Option<f64> {
        let next = match self.state {
            Some(old) => old + self.weight * (sample - old),
            None => sample,
        };
        self.state = Some(next);
        Some(next)
    }

    fn reset(&mut self) {
        self.state = None;
    }
}

impl Filter for Decimate {
    fn feed(&mut self, sample: f64) -> Option<f64> {
        self.seen += 1;
        (self.seen % self.every == 0).then_some(sample)
    }

    fn reset(&mut self) {
        self.seen = 0;
    }
}

pub fn run(filter: &mut dyn Filter, samples: &[f64]) -> Vec<f64> {
    samples.iter().filter_map(|&s| filter.feed(s)).collect()
}
==== tests
#[test]
fn smoothing_keeps_every_sample() {
    let mut smooth = Smooth::new(0.5);
    assert_eq!(run(&mut smooth, &[10.0, 20.0, 5.0]), vec![10.0, 15.0, 10.0]);
    smooth.reset();
    assert_eq!(run(&mut smooth, &[4.0]), vec![4.0]);
}

#[test]
fn decimation_drops() {
    let mut third = Decimate::new(3);
    assert_eq!(run(&mut third, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]), vec![3.0, 6.0]);
    third.reset();
    assert!(run(&mut third, &[1.0, 2.0]).is_empty());
}
