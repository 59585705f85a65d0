---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Detection {
    pub loop_id: u16,
    pub plate: String,
    pub speed_kmh: u32,
}

#[derive(Debug, Default)]
pub struct Crossing {
    pub limit_kmh: u32,
    history: Vec<Detection>,
    pub fines: Vec<String>,
}

impl Crossing {
    pub fn new(limit_kmh: u32) -> Self {
        Crossing { limit_kmh, ..Default::default() }
    }

    /// Every detection goes to the history; a car above the limit is fined as well.
    pub fn record(&mut self, detection: Detection) {
        self.history.push(detection);
        if detection.speed_kmh > self.limit_kmh {
            let over = detection.speed_kmh - self.limit_kmh;
            self.fines.push(format!("{} +{over} km/h", detection.plate));
        }
    }

    pub fn passes_of(&self, plate: &str) -> usize {
        self.history.iter().filter(|d| d.plate == plate).count()
    }

    pub fn last(&self) -> Option<&Detection> {
        self.history.last()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Detection {
    pub loop_id: u16,
    pub plate: String,
    pub speed_kmh: u32,
}

#[derive(Debug, Default)]
pub struct Crossing {
    pub limit_kmh: u32,
    history: Vec<Detection>,
    pub fines: Vec<String>,
}

impl Crossing {
    pub fn new(limit_kmh: u32) -> Self {
        Crossing { limit_kmh, ..Default::default() }
    }

    /// Every detection goes to the history; a car above the limit is fined as well.
    pub fn record(&mut self, detection: Detection) {
        if detection.speed_kmh > self.limit_kmh {
            let over = detection.speed_kmh - self.limit_kmh;
            self.fines.push(format!("{} +{over} km/h", detection.plate));
        }
        self.history.push(detection);
    }

    pub fn passes_of(&self, plate: &str) -> usize {
        self.history.iter().filter(|d| d.plate == plate).count()
    }

    pub fn last(&self) -> Option<&Detection> {
        self.history.last()
    }
}
==== tests
fn car(plate: &str, speed_kmh: u32) -> Detection {
    Detection { loop_id: 3, plate: plate.to_string(), speed_kmh }
}

#[test]
fn fast_cars_are_fined_and_kept() {
    let mut c = Crossing::new(50);
    c.record(car("AB 1", 64));
    c.record(car("CD 2", 50));
    assert_eq!(c.fines, ["AB 1 +14 km/h"]);
    assert_eq!(c.passes_of("AB 1"), 1);
    assert_eq!(c.passes_of("CD 2"), 1);
}

#[test]
fn history_is_complete() {
    let mut c = Crossing::new(30);
    c.record(car("X", 31));
    c.record(car("X", 10));
    assert_eq!(c.passes_of("X"), 2);
    assert_eq!(c.last(), Some(&car("X", 10)));
}
