---
code: E0373
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub raw: u16,
    pub minute: u32,
}

pub type Converter = Box<dyn Fn(Reading) -> f64>;

/// A straight line through two known points of the sensor's data sheet.
pub fn two_point(low: (u16, f64), high: (u16, f64)) -> Converter {
    let slope = (high.1 - low.1) / (f64::from(high.0) - f64::from(low.0));
    Box::new(|reading: Reading| low.1 + slope * (f64::from(reading.raw) - f64::from(low.0)))
}

pub struct Channel {
    converters: Vec<Converter>,
}

impl Channel {
    pub fn new() -> Self {
        Channel { converters: Vec::new() }
    }

    pub fn add(&mut self, converter: Converter) {
        self.converters.push(converter);
    }

    /// What each converter makes of the reading, in the order they were added.
    pub fn convert(&self, reading: Reading) -> Vec<f64> {
        self.converters.iter().map(|convert| convert(reading)).collect()
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub raw: u16,
    pub minute: u32,
}

pub type Converter = Box<dyn Fn(Reading) -> f64>;

/// A straight line through two known points of the sensor's data sheet.
pub fn two_point(low: (u16, f64), high: (u16, f64)) -> Converter {
    let slope = (high.1 - low.1) / (f64::from(high.0) - f64::from(low.0));
    Box::new(move |reading: Reading| low.1 + slope * (f64::from(reading.raw) - f64::from(low.0)))
}

pub struct Channel {
    converters: Vec<Converter>,
}

impl Channel {
    pub fn new() -> Self {
        Channel { converters: Vec::new() }
    }

    pub fn add(&mut self, converter: Converter) {
        self.converters.push(converter);
    }

    /// What each converter makes of the reading, in the order they were added.
    pub fn convert(&self, reading: Reading) -> Vec<f64> {
        self.converters.iter().map(|convert| convert(reading)).collect()
    }
}
==== tests
#[test]
fn goes_through_both_points() {
    let convert = two_point((100, 0.0), (300, 50.0));
    assert_eq!(convert(Reading { raw: 100, minute: 0 }), 0.0);
    assert_eq!(convert(Reading { raw: 300, minute: 0 }), 50.0);
    assert_eq!(convert(Reading { raw: 60, minute: 9 }), -10.0);
}

#[test]
fn channel_keeps_the_order() {
    let mut channel = Channel::new();
    channel.add(two_point((0, 1.0), (10, 2.0)));
    channel.add(two_point((0, 100.0), (10, 0.0)));
    assert_eq!(channel.convert(Reading { raw: 5, minute: 3 }), vec![1.5, 50.0]);
}
