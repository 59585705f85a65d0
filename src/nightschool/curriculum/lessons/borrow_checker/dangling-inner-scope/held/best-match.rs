---
code: E0597
---
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Forecasts {
    by_model: BTreeMap<String, Vec<f64>>,
}

fn smooth(values: &[f64]) -> Vec<f64> {
    values
        .windows(2)
        .map(|pair| (pair[0] + pair[1]) / 2.0)
        .collect()
}

fn spread(values: &[f64]) -> f64 {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low > high { 0.0 } else { high - low }
}

impl Forecasts {
    pub fn add(&mut self, model: &str, values: &[f64]) {
        self.by_model.insert(model.to_string(), values.to_vec());
    }

    /// The smoothed values of the model that varies least, with its name.
    pub fn calmest(&self) -> Option<(String, Vec<f64>)> {
        let mut best: Option<(&str, &[f64])> = None;
        for (model, values) in &self.by_model {
            let smoothed = smooth(values);
            let better = match &best {
                Some((_, known)) => spread(&smoothed) < spread(known),
                None => true,
            };
            if better {
                best = Some((model, &smoothed));
            }
        }
        best.map(|(model, values)| (model.to_string(), values.to_vec()))
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Forecasts {
    by_model: BTreeMap<String, Vec<f64>>,
}

fn smooth(values: &[f64]) -> Vec<f64> {
    values
        .windows(2)
        .map(|pair| (pair[0] + pair[1]) / 2.0)
        .collect()
}

fn spread(values: &[f64]) -> f64 {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low > high { 0.0 } else { high - low }
}

impl Forecasts {
    pub fn add(&mut self, model: &str, values: &[f64]) {
        self.by_model.insert(model.to_string(), values.to_vec());
    }

    /// The smoothed values of the model that varies least, with its name.
    pub fn calmest(&self) -> Option<(String, Vec<f64>)> {
        let mut best: Option<(&str, Vec<f64>)> = None;
        for (model, values) in &self.by_model {
            let smoothed = smooth(values);
            let better = match &best {
                Some((_, known)) => spread(&smoothed) < spread(known),
                None => true,
            };
            if better {
                best = Some((model, smoothed));
            }
        }
        best.map(|(model, values)| (model.to_string(), values))
    }
}
==== tests
#[test]
fn least_spread_wins() {
    let mut f = Forecasts::default();
    f.add("gfs", &[0.0, 10.0, 0.0, 20.0]);
    f.add("icon", &[4.0, 6.0, 5.0]);
    f.add("zulu", &[1.0, 9.0, 8.0]);
    assert_eq!(f.calmest(), Some(("icon".to_string(), vec![5.0, 5.5])));
}

#[test]
fn none_or_a_tie() {
    let mut f = Forecasts::default();
    assert_eq!(f.calmest(), None);
    f.add("b", &[2.0, 2.0]);
    f.add("a", &[1.0, 3.0]);
    assert_eq!(f.calmest(), Some(("a".to_string(), vec![2.0])));
}
