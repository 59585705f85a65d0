---
code: E0053
---
//! Weather instruments that sum up a day.

pub trait Instrument {
    fn record(&mut self, value: f64);
    /// The mean of the day, `None` where nothing was recorded.
    fn mean(&self) -> Option<f64>;
}

#[derive(Default)]
pub struct Thermometer {
    values: Vec<f64>,
}

impl Instrument for Thermometer {
    fn record(&mut self, value: f64) {
        self.values.push(value);
    }

    fn mean(&self) -> Option<f64> {
        let count = self.values.len();
        (count > 0).then(|| self.values.iter().sum::<f64>() / count as f64)
    }
}

/// Keeps no single values.
#[derive(Default)]
pub struct RainGauge {
    total: f64,
    count: u32,
}

impl Instrument for RainGauge {
    fn record(&mut self, value: f64) {
        self.total += value;
        self.count += 1;
    }

    fn mean(&self) -> f64 {
        if self.count == 0 {
            return 0.0;
        }
        self.total / f64::from(self.count)
    }
}

/// One field of the daily report; a dash where there is nothing to tell.
pub fn field(instrument: &dyn Instrument) -> String {
    match instrument.mean() {
        Some(mean) => format!("{mean:.1}"),
        None => "-".to_string(),
    }
}
==== fixed
//! Weather instruments that sum up a day.

pub trait Instrument {
    fn record(&mut self, value: f64);
    /// The mean of the day, `None` where nothing was recorded.
    fn mean(&self) -> Option<f64>;
}

#[derive(Default)]
pub struct Thermometer {
    values: Vec<f64>,
}

impl Instrument for Thermometer {
    fn record(&mut self, value: f64) {
        self.values.push(value);
    }

    fn mean(&self) -> Option<f64> {
        let count = self.values.len();
        (count > 0).then(|| self.values.iter().sum::<f64>() / count as f64)
    }
}

/// Keeps no single values.
#[derive(Default)]
pub struct RainGauge {
    total: f64,
    count: u32,
}

impl Instrument for RainGauge {
    fn record(&mut self, value: f64) {
        self.total += value;
        self.count += 1;
    }

    fn mean(&self) -> Option<f64> {
        if self.count == 0 {
            return None;
        }
        Some(self.total / f64::from(self.count))
    }
}

/// One field of the daily report; a dash where there is nothing to tell.
pub fn field(instrument: &dyn Instrument) -> String {
    match instrument.mean() {
        Some(mean) => format!("{mean:.1}"),
        None => "-".to_string(),
    }
}
==== tests
#[test]
fn a_dry_day_is_not_a_missing_one() {
    let mut gauge = RainGauge::default();
    assert_eq!(field(&gauge), "-");
    gauge.record(0.0);
    assert_eq!(field(&gauge), "0.0");
}

#[test]
fn means() {
    let mut gauge = RainGauge::default();
    gauge.record(3.0);
    gauge.record(6.0);
    assert_eq!(field(&gauge), "4.5");
    let mut thermometer = Thermometer::default();
    assert_eq!(field(&thermometer), "-");
    thermometer.record(-2.0);
    assert_eq!(field(&thermometer), "-2.0");
}
