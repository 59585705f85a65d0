---
code: E0053
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Angles {
    pub roll: f32,
    pub pitch: f32,
}

/// A sensor of the satellite's attitude control.
pub trait AttitudeSensor {
    fn name(&self) -> String;
    /// Takes the next sample; `None` as soon as the sensor has no more.
    fn sample(&mut self) -> Option<Angles>;
}

pub struct StarTracker {
    queue: Vec<Angles>,
    taken: usize,
}

impl StarTracker {
    pub fn with_samples(queue: Vec<Angles>) -> Self {
        StarTracker { queue, taken: 0 }
    }
}

impl AttitudeSensor for StarTracker {
    fn name(&self) -> String {
        format!("star tracker ({} taken)", self.taken)
    }

    fn sample(&self) -> Option<Angles> {
        let angles = self.queue.get(self.taken).copied()?;
        let next = self.taken + 1;
        println!("sample {next}: {angles:?}");
        Some(angles)
    }
}

pub fn mean_roll(sensor: &mut dyn AttitudeSensor, most: usize) -> Option<f32> {
    let mut sum = 0.0;
    let mut count = 0u16;
    while usize::from(count) < most {
        let Some(angles) = sensor.sample() else { break };
        sum += angles.roll;
        count += 1;
    }
    (count > 0).then(|| sum / f32::from(count))
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Angles {
    pub roll: f32,
    pub pitch: f32,
}

/// A sensor of the satellite's attitude control.
pub trait AttitudeSensor {
    fn name(&self) -> String;
    /// Takes the next sample; `None` as soon as the sensor has no more.
    fn sample(&mut self) -> Option<Angles>;
}

pub struct StarTracker {
    queue: Vec<Angles>,
    taken: usize,
}

impl StarTracker {
    pub fn with_samples(queue: Vec<Angles>) -> Self {
        StarTracker { queue, taken: 0 }
    }
}

impl AttitudeSensor for StarTracker {
    fn name(&self) -> String {
        format!("star tracker ({} taken)", self.taken)
    }

    fn sample(&mut self) -> Option<Angles> {
        let angles = self.queue.get(self.taken).copied()?;
        self.taken += 1;
        println!("sample {}: {angles:?}", self.taken);
        Some(angles)
    }
}

pub fn mean_roll(sensor: &mut dyn AttitudeSensor, most: usize) -> Option<f32> {
    let mut sum = 0.0;
    let mut count = 0u16;
    while usize::from(count) < most {
        let Some(angles) = sensor.sample() else { break };
        sum += angles.roll;
        count += 1;
    }
    (count > 0).then(|| sum / f32::from(count))
}
==== tests
#[test]
fn samples_come_one_after_another() {
    let mut s = StarTracker::with_samples(vec![Angles { roll: 1.0, pitch: 0.0 }, Angles { roll: 4.0, pitch: 9.0 }]);
    assert_eq!(s.sample().unwrap().roll, 1.0);
    assert_eq!(s.sample().unwrap().roll, 4.0);
    assert_eq!(s.sample(), None);
    assert_eq!(s.name(), "star tracker (2 taken)");
}

#[test]
fn mean_over_all() {
    let mut s = StarTracker::with_samples(vec![Angles { roll: 1.0, pitch: 0.0 }, Angles { roll: 4.0, pitch: 9.0 }]);
    assert_eq!(mean_roll(&mut s, 10), Some(2.5));
    assert_eq!(mean_roll(&mut s, 10), None);
}
