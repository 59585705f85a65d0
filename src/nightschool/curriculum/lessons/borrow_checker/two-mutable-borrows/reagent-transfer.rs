---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Beaker {
    pub label: String,
    pub capacity_ml: f64,
    pub volume_ml: f64,
}

pub struct Bench {
    beakers: Vec<Beaker>,
}

impl Bench {
    pub fn new(beakers: Vec<Beaker>) -> Self {
        Bench { beakers }
    }

    pub fn volume(&self, label: &str) -> Option<f64> {
        self.beakers.iter().find(|b| b.label == label).map(|b| b.volume_ml)
    }

    fn index_of(&self, label: &str) -> Option<usize> {
        self.beakers.iter().position(|b| b.label == label)
    }

    /// Pours as much as wanted, but no more than there is and than fits.
    /// Returns the millilitres poured, `None` if a label is unknown.
    pub fn pour(&mut self, from: &str, to: &str, wanted_ml: f64) -> Option<f64> {
        let from = self.index_of(from)?;
        let to = self.index_of(to)?;
        if from == to {
            return Some(0.0);
        }
        let source = &mut self.beakers[from];
        let sink = &mut self.beakers[to];
        let room = sink.capacity_ml - sink.volume_ml;
        let poured = wanted_ml.min(source.volume_ml).min(room);
        source.volume_ml -= poured;
        sink.volume_ml += poured;
        Some(poured)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Beaker {
    pub label: String,
    pub capacity_ml: f64,
    pub volume_ml: f64,
}

pub struct Bench {
    beakers: Vec<Beaker>,
}

impl Bench {
    pub fn new(beakers: Vec<Beaker>) -> Self {
        Bench { beakers }
    }

    pub fn volume(&self, label: &str) -> Option<f64> {
        self.beakers.iter().find(|b| b.label == label).map(|b| b.volume_ml)
    }

    fn index_of(&self, label: &str) -> Option<usize> {
        self.beakers.iter().position(|b| b.label == label)
    }

    /// Pours as much as wanted, but no more than there is and than fits.
    /// Returns the millilitres poured, `None` if a label is unknown.
    pub fn pour(&mut self, from: &str, to: &str, wanted_ml: f64) -> Option<f64> {
        let from = self.index_of(from)?;
        let to = self.index_of(to)?;
        if from == to {
            return Some(0.0);
        }
        let source = &self.beakers[from];
        let sink = &self.beakers[to];
        let room = sink.capacity_ml - sink.volume_ml;
        let poured = wanted_ml.min(source.volume_ml).min(room);
        self.beakers[from].volume_ml -= poured;
        self.beakers[to].volume_ml += poured;
        Some(poured)
    }
}
==== tests
fn bench() -> Bench {
    let beaker = |label: &str, capacity_ml, volume_ml| Beaker { label: label.to_string(), capacity_ml, volume_ml };
    Bench::new(vec![beaker("acid", 100.0, 40.0), beaker("water", 250.0, 240.0)])
}

#[test]
fn both_volumes_change() {
    let mut bench = bench();
    assert_eq!(bench.pour("water", "acid", 20.0), Some(20.0));
    assert_eq!(bench.volume("water"), Some(220.0));
    assert_eq!(bench.volume("acid"), Some(60.0));
}

#[test]
fn limited_by_room_and_by_contents() {
    let mut bench = bench();
    assert_eq!(bench.pour("acid", "water", 30.0), Some(10.0));
    assert_eq!(bench.volume("water"), Some(250.0));
    assert_eq!(bench.volume("acid"), Some(30.0));
    assert_eq!(bench.pour("water", "acid", 500.0), Some(70.0));
    assert_eq!(bench.volume("acid"), Some(100.0));
}

#[test]
fn same_or_unknown() {
    let mut bench = bench();
    assert_eq!(bench.pour("acid", "acid", 5.0), Some(0.0));
    assert_eq!(bench.pour("acid", "base", 5.0), None);
    assert_eq!(bench.volume("acid"), Some(40.0));
}
