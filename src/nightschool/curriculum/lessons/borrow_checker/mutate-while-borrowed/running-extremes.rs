---
code: E0502
---
#[derive(Debug, Default)]
pub struct Summary {
    samples: Vec<f64>,
    outliers: Vec<f64>,
}

impl Summary {
    pub fn new(samples: Vec<f64>) -> Self {
        Summary { samples, outliers: Vec::new() }
    }

    pub fn mean(&self) -> Option<f64> {
        if self.samples.is_empty() {
            return None;
        }
        Some(self.samples.iter().sum::<f64>() / self.samples.len() as f64)
    }

    pub fn outliers(&self) -> &[f64] {
        &self.outliers
    }

    /// Takes the greatest sample out and files it as an outlier.
    /// Returns by how much it lay above the mean of the samples that stay,
    /// or `None` if none stay.
    pub fn trim_greatest(&mut self) -> Option<f64> {
        if self.samples.len() < 2 {
            return None;
        }
        self.samples.sort_by(|a, b| a.total_cmp(b));
        let greatest = self.samples.last()?;
        self.samples.pop();
        self.outliers.push(*greatest);
        let mean = self.mean()?;
        Some(greatest - mean)
    }
}
==== fixed
#[derive(Debug, Default)]
pub struct Summary {
    samples: Vec<f64>,
    outliers: Vec<f64>,
}

impl Summary {
    pub fn new(samples: Vec<f64>) -> Self {
        Summary { samples, outliers: Vec::new() }
    }

    pub fn mean(&self) -> Option<f64> {
        if self.samples.is_empty() {
            return None;
        }
        Some(self.samples.iter().sum::<f64>() / self.samples.len() as f64)
    }

    pub fn outliers(&self) -> &[f64] {
        &self.outliers
    }

    /// Takes the greatest sample out and files it as an outlier.
    /// Returns by how much it lay above the mean of the samples that stay,
    /// or `None` if none stay.
    pub fn trim_greatest(&mut self) -> Option<f64> {
        if self.samples.len() < 2 {
            return None;
        }
        self.samples.sort_by(|a, b| a.total_cmp(b));
        let greatest = *self.samples.last()?;
        self.samples.pop();
        self.outliers.push(greatest);
        let mean = self.mean()?;
        Some(greatest - mean)
    }
}
==== tests
#[test]
fn takes_the_greatest_out() {
    let mut summary = Summary::new(vec![2.0, 90.0, 4.0]);
    assert_eq!(summary.trim_greatest(), Some(87.0));
    assert_eq!(summary.outliers(), &[90.0]);
    assert_eq!(summary.mean(), Some(3.0));
    assert_eq!(summary.trim_greatest(), Some(2.0));
    assert_eq!(summary.outliers(), &[90.0, 4.0]);
}

#[test]
fn a_single_sample_stays() {
    let mut summary = Summary::new(vec![7.0]);
    assert_eq!(summary.trim_greatest(), None);
    assert_eq!(summary.mean(), Some(7.0));
    assert!(summary.outliers().is_empty());
}
