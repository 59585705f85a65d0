---
code: E0507
---
use std::collections::BTreeMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Station {
    pub name: String,
    pub pending: Vec<f64>,
    pub sent: usize,
}

#[derive(Default)]
pub struct Network {
    stations: BTreeMap<u16, Station>,
}

impl Network {
    pub fn install(&mut self, id: u16, name: &str) {
        let station = Station { name: name.to_string(), ..Station::default() };
        self.stations.insert(id, station);
    }

    pub fn measure(&mut self, id: u16, rainfall_mm: f64) {
        if let Some(station) = self.stations.get_mut(&id) {
            station.pending.push(rainfall_mm);
        }
    }

    pub fn sent(&self, id: u16) -> usize {
        self.stations.get(&id).map_or(0, |s| s.sent)
    }

    /// Hands out the measurements that were not sent yet. They count as sent
    /// from then on and are never handed out again.
    pub fn flush(&mut self, id: u16) -> Vec<f64> {
        match self.stations.get_mut(&id) {
            Some(station) => {
                let batch = station.pending;
                station.sent += batch.len();
                batch
            }
            None => Vec::new(),
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Station {
    pub name: String,
    pub pending: Vec<f64>,
    pub sent: usize,
}

#[derive(Default)]
pub struct Network {
    stations: BTreeMap<u16, Station>,
}

impl Network {
    pub fn install(&mut self, id: u16, name: &str) {
        let station = Station { name: name.to_string(), ..Station::default() };
        self.stations.insert(id, station);
    }

    pub fn measure(&mut self, id: u16, rainfall_mm: f64) {
        if let Some(station) = self.stations.get_mut(&id) {
            station.pending.push(rainfall_mm);
        }
    }

    pub fn sent(&self, id: u16) -> usize {
        self.stations.get(&id).map_or(0, |s| s.sent)
    }

    /// Hands out the measurements that were not sent yet. They count as sent
    /// from then on and are never handed out again.
    pub fn flush(&mut self, id: u16) -> Vec<f64> {
        match self.stations.get_mut(&id) {
            Some(station) => {
                let batch = std::mem::take(&mut station.pending);
                station.sent += batch.len();
                batch
            }
            None => Vec::new(),
        }
    }
}
==== tests
#[test]
fn flush_hands_out_once() {
    let mut network = Network::default();
    network.install(7, "Pass");
    network.measure(7, 1.5);
    network.measure(7, 0.25);
    assert_eq!(network.flush(7), vec![1.5, 0.25]);
    assert_eq!(network.flush(7), Vec::<f64>::new());
    assert_eq!(network.sent(7), 2);
    network.measure(7, 3.0);
    assert_eq!(network.flush(7), vec![3.0]);
    assert_eq!(network.sent(7), 3);
}

#[test]
fn unknown_station_has_nothing() {
    let mut network = Network::default();
    network.measure(1, 2.0);
    assert!(network.flush(1).is_empty());
    assert_eq!(network.sent(1), 0);
}
