---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    pub sensor: String,
    pub offset: f64,
    pub gain: f64,
}

impl Calibration {
    pub fn apply(&self, raw: f64) -> f64 {
        raw * self.gain + self.offset
    }
}

#[derive(Default)]
pub struct Sensor {
    current: Option<Calibration>,
    history: Vec<Calibration>,
}

impl Sensor {
    /// Makes `calibration` the current one and files it in the history too.
    /// Returns how many calibrations were filed so far.
    pub fn calibrate(&mut self, calibration: Calibration) -> usize {
        self.history.push(calibration);
        self.current = Some(calibration);
        self.history.len()
    }

    pub fn read(&self, raw: f64) -> f64 {
        match &self.current {
            Some(calibration) => calibration.apply(raw),
            None => raw,
        }
    }

    pub fn drift(&self) -> Option<f64> {
        let first = self.history.first()?;
        let last = self.history.last()?;
        Some(last.offset - first.offset)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    pub sensor: String,
    pub offset: f64,
    pub gain: f64,
}

impl Calibration {
    pub fn apply(&self, raw: f64) -> f64 {
        raw * self.gain + self.offset
    }
}

#[derive(Default)]
pub struct Sensor {
    current: Option<Calibration>,
    history: Vec<Calibration>,
}

impl Sensor {
    /// Makes `calibration` the current one and files it in the history too.
    /// Returns how many calibrations were filed so far.
    pub fn calibrate(&mut self, calibration: Calibration) -> usize {
        self.history.push(calibration.clone());
        self.current = Some(calibration);
        self.history.len()
    }

    pub fn read(&self, raw: f64) -> f64 {
        match &self.current {
            Some(calibration) => calibration.apply(raw),
            None => raw,
        }
    }

    pub fn drift(&self) -> Option<f64> {
        let first = self.history.first()?;
        let last = self.history.last()?;
        Some(last.offset - first.offset)
    }
}
==== tests
fn cal(offset: f64, gain: f64) -> Calibration {
    Calibration { sensor: "t1".to_string(), offset, gain }
}

#[test]
fn current_and_history_agree() {
    let mut sensor = Sensor::default();
    assert_eq!(sensor.calibrate(cal(1.0, 2.0)), 1);
    assert_eq!(sensor.read(10.0), 21.0);
    assert_eq!(sensor.calibrate(cal(1.5, 1.0)), 2);
    assert_eq!(sensor.read(10.0), 11.5);
    assert_eq!(sensor.drift(), Some(0.5));
}

#[test]
fn uncalibrated_reads_raw() {
    let sensor = Sensor::default();
    assert_eq!(sensor.read(3.0), 3.0);
    assert_eq!(sensor.drift(), None);
}
