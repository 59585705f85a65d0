---
code: E0515
---
/// Samples of one experiment, in the order in which they were taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Samples {
    values: Vec<f64>,
}

impl Samples {
    pub fn new(values: &[f64]) -> Self {
        Samples { values: values.to_vec() }
    }

    pub fn in_order_taken(&self) -> &[f64] {
        &self.values
    }

    /// The values without the `count` smallest and the `count` greatest,
    /// ascending. Empty if nothing would be left.
    pub fn trimmed(&self, count: usize) -> &[f64] {
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        if 2 * count >= sorted.len() {
            return &[];
        }
        &sorted[count..sorted.len() - count]
    }

    pub fn trimmed_mean(&self, count: usize) -> Option<f64> {
        let kept = self.trimmed(count);
        if kept.is_empty() {
            None
        } else {
            Some(kept.iter().sum::<f64>() / kept.len() as f64)
        }
    }
}
==== fixed
/// Samples of one experiment, in the order in which they were taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Samples {
    values: Vec<f64>,
}

impl Samples {
    pub fn new(values: &[f64]) -> Self {
        Samples { values: values.to_vec() }
    }

    pub fn in_order_taken(&self) -> &[f64] {
        &self.values
    }

    /// The values without the `count` smallest and the `count` greatest,
    /// ascending. Empty if nothing would be left.
    pub fn trimmed(&self, count: usize) -> Vec<f64> {
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        if 2 * count >= sorted.len() {
            return Vec::new();
        }
        sorted[count..sorted.len() - count].to_vec()
    }

    pub fn trimmed_mean(&self, count: usize) -> Option<f64> {
        let kept = self.trimmed(count);
        if kept.is_empty() {
            None
        } else {
            Some(kept.iter().sum::<f64>() / kept.len() as f64)
        }
    }
}
==== tests
#[test]
fn extremes_do_not_count() {
    let samples = Samples::new(&[90.0, 2.0, 4.0, -70.0, 3.0]);
    assert_eq!(samples.trimmed_mean(1), Some(3.0));
    assert_eq!(samples.trimmed(2).to_vec(), vec![3.0]);
    assert_eq!(samples.trimmed(1).to_vec(), vec![2.0, 3.0, 4.0]);
}

#[test]
fn nothing_left() {
    let samples = Samples::new(&[1.0, 2.0]);
    assert_eq!(samples.trimmed_mean(1), None);
    assert_eq!(samples.trimmed_mean(0), Some(1.5));
}

#[test]
fn order_taken_is_kept() {
    let samples = Samples::new(&[5.0, 1.0, 3.0]);
    samples.trimmed_mean(1);
    assert_eq!(samples.in_order_taken(), &[5.0, 1.0, 3.0]);
}
