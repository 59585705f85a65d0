---
code: E0369
---
use std::collections::VecDeque;

/// The last few readings of a gauge.
#[derive(Debug, Clone)]
pub struct GaugeWindow<T> {
    readings: VecDeque<T>,
    capacity: usize,
}

impl<T> GaugeWindow<T> {
    pub fn new(capacity: usize) -> Self {
        GaugeWindow { readings: VecDeque::with_capacity(capacity), capacity }
    }

    pub fn record(&mut self, reading: T) {
        if self.readings.len() == self.capacity {
            self.readings.pop_front();
        }
        self.readings.push_back(reading);
    }

    pub fn len(&self) -> usize {
        self.readings.len()
    }

    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }
}

impl<T: Copy> GaugeWindow<T> {
    /// The largest reading in the window.
    pub fn peak(&self) -> Option<T> {
        let mut readings = self.readings.iter().copied();
        let first = readings.next()?;
        Some(readings.fold(first, |peak, reading| if reading > peak { reading } else { peak }))
    }

    /// How many readings lie above the limit.
    pub fn above(&self, limit: T) -> usize {
        self.readings.iter().filter(|&&reading| reading > limit).count()
    }
}
==== fixed
use std::collections::VecDeque;

/// The last few readings of a gauge.
#[derive(Debug, Clone)]
pub struct GaugeWindow<T> {
    readings: VecDeque<T>,
    capacity: usize,
}

impl<T> GaugeWindow<T> {
    pub fn new(capacity: usize) -> Self {
        GaugeWindow { readings: VecDeque::with_capacity(capacity), capacity }
    }

    pub fn record(&mut self, reading: T) {
        if self.readings.len() == self.capacity {
            self.readings.pop_front();
        }
        self.readings.push_back(reading);
    }

    pub fn len(&self) -> usize {
        self.readings.len()
    }

    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }
}

impl<T: Copy + PartialOrd> GaugeWindow<T> {
    /// The largest reading in the window.
    pub fn peak(&self) -> Option<T> {
        let mut readings = self.readings.iter().copied();
        let first = readings.next()?;
        Some(readings.fold(first, |peak, reading| if reading > peak { reading } else { peak }))
    }

    /// How many readings lie above the limit.
    pub fn above(&self, limit: T) -> usize {
        self.readings.iter().filter(|&&reading| reading > limit).count()
    }
}
==== tests
#[test]
fn works_for_floats() {
    let mut window = GaugeWindow::new(3);
    for reading in [9.5, 1.5, 4.25, 2.0] {
        window.record(reading);
    }
    assert_eq!(window.peak(), Some(4.25));
    assert_eq!(window.above(1.5), 2);
    assert_eq!(window.len(), 3);
}

#[test]
fn works_for_integers_and_empty() {
    let mut window: GaugeWindow<u32> = GaugeWindow::new(2);
    assert_eq!(window.peak(), None);
    window.record(7);
    window.record(3);
    assert_eq!(window.peak(), Some(7));
    assert_eq!(window.above(7), 0);
}
