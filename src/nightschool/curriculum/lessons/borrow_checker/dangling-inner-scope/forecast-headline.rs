---
code: E0597
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub station: String,
    pub gust_kmh: u32,
}

pub struct Warnings {
    aliases: HashMap<String, String>,
    threshold_kmh: u32,
}

impl Warnings {
    pub fn new(threshold_kmh: u32) -> Self {
        Warnings { aliases: HashMap::new(), threshold_kmh }
    }

    pub fn alias(&mut self, station: &str, place: &str) {
        self.aliases.insert(station.to_string(), place.to_string());
    }

    /// One warning for all stations with strong gusts, in the order of the
    /// reports. A station without an alias is called `station NAME`.
    pub fn headline(&self, reports: &[Report]) -> Option<String> {
        let mut places: Vec<&str> = Vec::new();
        for report in reports {
            if report.gust_kmh < self.threshold_kmh {
                continue;
            }
            let place = match self.aliases.get(&report.station) {
                Some(place) => place.clone(),
                None => format!("station {}", report.station),
            };
            places.push(&place);
        }
        if places.is_empty() {
            return None;
        }
        Some(format!("Storm warning for {}", places.join(", ")))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub station: String,
    pub gust_kmh: u32,
}

pub struct Warnings {
    aliases: HashMap<String, String>,
    threshold_kmh: u32,
}

impl Warnings {
    pub fn new(threshold_kmh: u32) -> Self {
        Warnings { aliases: HashMap::new(), threshold_kmh }
    }

    pub fn alias(&mut self, station: &str, place: &str) {
        self.aliases.insert(station.to_string(), place.to_string());
    }

    /// One warning for all stations with strong gusts, in the order of the
    /// reports. A station without an alias is called `station NAME`.
    pub fn headline(&self, reports: &[Report]) -> Option<String> {
        let mut places: Vec<String> = Vec::new();
        for report in reports {
            if report.gust_kmh < self.threshold_kmh {
                continue;
            }
            let place = match self.aliases.get(&report.station) {
                Some(place) => place.clone(),
                None => format!("station {}", report.station),
            };
            places.push(place);
        }
        if places.is_empty() {
            return None;
        }
        Some(format!("Storm warning for {}", places.join(", ")))
    }
}
==== tests
fn report(station: &str, gust_kmh: u32) -> Report {
    Report { station: station.to_string(), gust_kmh }
}

#[test]
fn names_in_order() {
    let mut warnings = Warnings::new(75);
    warnings.alias("S1", "North Cape");
    warnings.alias("S3", "Low Moor");
    let reports = [report("S3", 90), report("S2", 75), report("S1", 120)];
    assert_eq!(
        warnings.headline(&reports).as_deref(),
        Some("Storm warning for Low Moor, station S2, North Cape")
    );
}

#[test]
fn calm_days() {
    let warnings = Warnings::new(75);
    assert_eq!(warnings.headline(&[report("S1", 74)]), None);
    assert_eq!(warnings.headline(&[]), None);
}
