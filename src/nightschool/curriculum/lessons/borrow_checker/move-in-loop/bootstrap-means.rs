---
code: E0382
---
#[derive(Debug, Clone)]
pub struct Lcg(u64);

impl Lcg {
    pub fn new(seed: u64) -> Self {
        Lcg(seed)
    }

    pub fn next_below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % bound
    }
}

/// One sample of the same size, drawn with replacement.
fn resample(samples: &[f64], mut random: Lcg) -> Vec<f64> {
    (0..samples.len())
        .map(|_| samples[random.next_below(samples.len())])
        .collect()
}

fn mean(samples: &[f64]) -> f64 {
    samples.iter().sum::<f64>() / samples.len() as f64
}

/// Means of `rounds` resamples. All rounds draw from one random sequence,
/// so that no two of them need be alike.
pub fn bootstrap_means(samples: &[f64], rounds: usize, seed: u64) -> Vec<f64> {
    let random = Lcg::new(seed);
    let mut means = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        let drawn = resample(samples, random);
        means.push(mean(&drawn));
    }
    means
}
==== fixed
#[derive(Debug, Clone)]
pub struct Lcg(u64);

impl Lcg {
    pub fn new(seed: u64) -> Self {
        Lcg(seed)
    }

    pub fn next_below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % bound
    }
}

/// One sample of the same size, drawn with replacement.
fn resample(samples: &[f64], random: &mut Lcg) -> Vec<f64> {
    (0..samples.len())
        .map(|_| samples[random.next_below(samples.len())])
        .collect()
}

fn mean(samples: &[f64]) -> f64 {
    samples.iter().sum::<f64>() / samples.len() as f64
}

/// Means of `rounds` resamples. All rounds draw from one random sequence,
/// so that no two of them need be alike.
pub fn bootstrap_means(samples: &[f64], rounds: usize, seed: u64) -> Vec<f64> {
    let mut random = Lcg::new(seed);
    let mut means = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        let drawn = resample(samples, &mut random);
        means.push(mean(&drawn));
    }
    means
}
==== tests
#[test]
fn rounds_differ() {
    let samples: Vec<f64> = (0..40).map(|i| f64::from(i * i)).collect();
    let means = bootstrap_means(&samples, 6, 11);
    assert_eq!(means.len(), 6);
    assert!(means.windows(2).any(|pair| pair[0] != pair[1]));
}

#[test]
fn one_sequence_from_the_seed() {
    let samples = [1.0, 2.0, 4.0];
    let mut random = Lcg::new(5);
    let mut expected = Vec::new();
    for _ in 0..4 {
        let total: f64 = (0..3).map(|_| samples[random.next_below(3)]).sum();
        expected.push(total / 3.0);
    }
    assert_eq!(bootstrap_means(&samples, 4, 5), expected);
}
