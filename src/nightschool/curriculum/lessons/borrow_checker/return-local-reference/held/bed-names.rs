---
code: E0515
---
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Greenhouse {
    moisture: BTreeMap<String, Vec<u8>>,
}

impl Greenhouse {
    pub fn report(&mut self, bed: &str, percent: u8) {
        self.moisture.entry(bed.to_string()).or_default().push(percent);
    }

    fn average(&self, bed: &str) -> Option<u32> {
        let values = self.moisture.get(bed)?;
        Some(values.iter().map(|&v| u32::from(v)).sum::<u32>() / values.len() as u32)
    }

    /// The beds whose average moisture is below the limit, driest first.
    pub fn thirsty(&self, limit: u32) -> &[&str] {
        let mut dry: Vec<(u32, &str)> = self
            .moisture
            .keys()
            .filter_map(|bed| Some((self.average(bed)?, bed.as_str())))
            .filter(|(percent, _)| *percent < limit)
            .collect();
        dry.sort();
        let names: Vec<&str> = dry.into_iter().map(|(_, bed)| bed).collect();
        &names
    }

    pub fn water_first(&self, limit: u32) -> Option<String> {
        self.thirsty(limit).first().map(|bed| bed.to_string())
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Greenhouse {
    moisture: BTreeMap<String, Vec<u8>>,
}

impl Greenhouse {
    pub fn report(&mut self, bed: &str, percent: u8) {
        self.moisture.entry(bed.to_string()).or_default().push(percent);
    }

    fn average(&self, bed: &str) -> Option<u32> {
        let values = self.moisture.get(bed)?;
        Some(values.iter().map(|&v| u32::from(v)).sum::<u32>() / values.len() as u32)
    }

    /// The beds whose average moisture is below the limit, driest first.
    pub fn thirsty(&self, limit: u32) -> Vec<&str> {
        let mut dry: Vec<(u32, &str)> = self
            .moisture
            .keys()
            .filter_map(|bed| Some((self.average(bed)?, bed.as_str())))
            .filter(|(percent, _)| *percent < limit)
            .collect();
        dry.sort();
        let names: Vec<&str> = dry.into_iter().map(|(_, bed)| bed).collect();
        names
    }

    pub fn water_first(&self, limit: u32) -> Option<String> {
        self.thirsty(limit).first().map(|bed| bed.to_string())
    }
}
==== tests
fn house() -> Greenhouse {
    let mut g = Greenhouse::default();
    for (bed, p) in [("basil", 30), ("cress", 10), ("basil", 20), ("dill", 80), ("cress", 20)] {
        g.report(bed, p);
    }
    g
}

#[test]
fn driest_first() {
    let g = house();
    let names: Vec<String> = g.thirsty(50).iter().map(|b| b.to_string()).collect();
    assert_eq!(names, ["cress", "basil"]);
    assert_eq!(g.thirsty(20).len(), 1);
}

#[test]
fn what_to_water() {
    assert_eq!(house().water_first(90), Some("cress".to_string()));
    assert_eq!(house().water_first(15), None);
}
