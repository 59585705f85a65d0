---
code: E0308
---
//! Statistics of a day's temperatures.

pub struct Day {
    pub name: String,
    pub celsius: Vec<f64>,
}

fn smallest(values: &[f64]) -> Option<f64> {
    values.iter().copied().reduce(f64::min)
}

fn largest(values: &[f64]) -> Option<f64> {
    values.iter().copied().reduce(f64::max)
}

fn distance(from: f64, to: f64) -> f64 {
    (to - from).abs()
}

impl Day {
    /// Degrees between the coldest and the warmest moment. A day without
    /// measurements has no span, which is not the same as a span of zero.
    pub fn span(&self) -> Option<f64> {
        let low: f64 = smallest(&self.celsius);
        let high: f64 = largest(&self.celsius);
        Some(distance(low, high))
    }
}

/// The name of the day whose temperature changed the least.
pub fn steadiest(days: &[Day]) -> Option<&str> {
    days.iter()
        .filter_map(|day| Some((day, day.span()?)))
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(day, _)| day.name.as_str())
}
==== fixed
//! Statistics of a day's temperatures.

pub struct Day {
    pub name: String,
    pub celsius: Vec<f64>,
}

fn smallest(values: &[f64]) -> Option<f64> {
    values.iter().copied().reduce(f64::min)
}

fn largest(values: &[f64]) -> Option<f64> {
    values.iter().copied().reduce(f64::max)
}

fn distance(from: f64, to: f64) -> f64 {
    (to - from).abs()
}

impl Day {
    /// Degrees between the coldest and the warmest moment. A day without
    /// measurements has no span, which is not the same as a span of zero.
    pub fn span(&self) -> Option<f64> {
        let low: f64 = smallest(&self.celsius)?;
        let high: f64 = largest(&self.celsius)?;
        Some(distance(low, high))
    }
}

/// The name of the day whose temperature changed the least.
pub fn steadiest(days: &[Day]) -> Option<&str> {
    days.iter()
        .filter_map(|day| Some((day, day.span()?)))
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(day, _)| day.name.as_str())
}
==== tests
fn day(name: &str, celsius: &[f64]) -> Day {
    Day { name: name.to_string(), celsius: celsius.to_vec() }
}

#[test]
fn span_of_a_day() {
    assert_eq!(day("mon", &[3.0, -2.0, 8.5]).span(), Some(10.5));
    assert_eq!(day("tue", &[4.0]).span(), Some(0.0));
}

#[test]
fn days_without_measurements() {
    assert_eq!(day("wed", &[]).span(), None);
    let days = [day("wed", &[]), day("mon", &[1.0, 9.0]), day("fri", &[5.0, 7.0])];
    assert_eq!(steadiest(&days), Some("fri"));
    assert_eq!(steadiest(&days[..1]), None);
}
