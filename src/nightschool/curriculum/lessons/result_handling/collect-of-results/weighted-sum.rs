---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum ScoreError {
    UnknownFeature(String),
    Overflow,
}

/// Weights of named features.
#[derive(Default)]
pub struct Weights {
    by_feature: HashMap<String, u32>,
}

impl Weights {
    pub fn with(mut self, feature: &str, weight: u32) -> Self {
        self.by_feature.insert(feature.to_string(), weight);
        self
    }

    fn contribution(&self, feature: &str, count: u32) -> Result<u32, ScoreError> {
        let weight = self
            .by_feature
            .get(feature)
            .ok_or_else(|| ScoreError::UnknownFeature(feature.to_string()))?;
        weight.checked_mul(count).ok_or(ScoreError::Overflow)
    }

    /// The sum of all contributions, and never more than a thousand.
    pub fn score(&self, counts: &[(&str, u32)]) -> Result<u32, ScoreError> {
        let total: u32 = counts
            .iter()
            .map(|(feature, count)| self.contribution(feature, *count))
            .sum();
        Ok(total.min(1000))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum ScoreError {
    UnknownFeature(String),
    Overflow,
}

/// Weights of named features.
#[derive(Default)]
pub struct Weights {
    by_feature: HashMap<String, u32>,
}

impl Weights {
    pub fn with(mut self, feature: &str, weight: u32) -> Self {
        self.by_feature.insert(feature.to_string(), weight);
        self
    }

    fn contribution(&self, feature: &str, count: u32) -> Result<u32, ScoreError> {
        let weight = self
            .by_feature
            .get(feature)
            .ok_or_else(|| ScoreError::UnknownFeature(feature.to_string()))?;
        weight.checked_mul(count).ok_or(ScoreError::Overflow)
    }

    /// The sum of all contributions, and never more than a thousand.
    pub fn score(&self, counts: &[(&str, u32)]) -> Result<u32, ScoreError> {
        let total: u32 = counts
            .iter()
            .map(|(feature, count)| self.contribution(feature, *count))
            .sum::<Result<u32, ScoreError>>()?;
        Ok(total.min(1000))
    }
}
==== tests
fn weights() -> Weights {
    Weights::default().with("title", 10).with("body", 1)
}

#[test]
fn sums() {
    assert_eq!(weights().score(&[("title", 2), ("body", 7)]), Ok(27));
    assert_eq!(weights().score(&[("title", 200)]), Ok(1000));
    assert_eq!(weights().score(&[]), Ok(0));
}

#[test]
fn errors_are_not_dropped() {
    assert_eq!(
        weights().score(&[("title", 1), ("footer", 1)]),
        Err(ScoreError::UnknownFeature("footer".to_string()))
    );
    assert_eq!(weights().score(&[("title", u32::MAX)]), Err(ScoreError::Overflow));
}
