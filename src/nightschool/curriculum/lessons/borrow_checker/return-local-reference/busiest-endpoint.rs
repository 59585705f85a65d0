---
code: E0515
---
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub struct Hit {
    pub endpoint: String,
    pub millis: u32,
}

#[derive(Debug, Default)]
pub struct Stats {
    hits: Vec<Hit>,
}

impl Stats {
    pub fn record(&mut self, endpoint: &str, millis: u32) {
        self.hits.push(Hit { endpoint: endpoint.to_string(), millis });
    }

    /// Time spent per endpoint, as often needed for a report.
    fn time_by_endpoint(&self) -> BTreeMap<String, u32> {
        let mut times = BTreeMap::new();
        for hit in &self.hits {
            *times.entry(hit.endpoint.clone()).or_insert(0) += hit.millis;
        }
        times
    }

    /// The endpoint that most time was spent in.
    pub fn busiest(&self) -> Option<&str> {
        let times = self.time_by_endpoint();
        let (endpoint, _) = times.iter().max_by_key(|(_, millis)| **millis)?;
        Some(endpoint.as_str())
    }

    pub fn summary(&self) -> String {
        match self.busiest() {
            Some(endpoint) => format!("{} hits, busiest {}", self.hits.len(), endpoint),
            None => "no hits".to_string(),
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub struct Hit {
    pub endpoint: String,
    pub millis: u32,
}

#[derive(Debug, Default)]
pub struct Stats {
    hits: Vec<Hit>,
}

impl Stats {
    pub fn record(&mut self, endpoint: &str, millis: u32) {
        self.hits.push(Hit { endpoint: endpoint.to_string(), millis });
    }

    /// Time spent per endpoint, as often needed for a report.
    fn time_by_endpoint(&self) -> BTreeMap<String, u32> {
        let mut times = BTreeMap::new();
        for hit in &self.hits {
            *times.entry(hit.endpoint.clone()).or_insert(0) += hit.millis;
        }
        times
    }

    /// The endpoint that most time was spent in.
    pub fn busiest(&self) -> Option<String> {
        let times = self.time_by_endpoint();
        let (endpoint, _) = times.into_iter().max_by_key(|(_, millis)| *millis)?;
        Some(endpoint)
    }

    pub fn summary(&self) -> String {
        match self.busiest() {
            Some(endpoint) => format!("{} hits, busiest {}", self.hits.len(), endpoint),
            None => "no hits".to_string(),
        }
    }
}
==== tests
#[test]
fn time_counts_not_hits() {
    let mut stats = Stats::default();
    stats.record("/list", 10);
    stats.record("/list", 10);
    stats.record("/report", 25);
    assert_eq!(stats.busiest().as_deref(), Some("/report"));
    assert_eq!(stats.summary(), "3 hits, busiest /report");
    stats.record("/list", 6);
    assert_eq!(stats.busiest().as_deref(), Some("/list"));
}

#[test]
fn empty_stats() {
    assert!(Stats::default().busiest().is_none());
    assert_eq!(Stats::default().summary(), "no hits");
}
