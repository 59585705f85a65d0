---
code: E0596
---
use std::collections::BTreeMap;

#[derive(Default)]
pub struct AlarmClock {
    /// Pending minutes per alarm, earliest first.
    alarms: BTreeMap<String, Vec<u32>>,
}

impl AlarmClock {
    pub fn set(&mut self, name: &str, minute: u32) {
        insert_sorted(self.alarms.entry(name.to_string()).or_default(), minute);
    }

    /// Drops every time up to `now` and names the alarms that rang,
    /// each one once. Times still to come stay set.
    pub fn ring(&mut self, now: u32) -> Vec<String> {
        let rung = Vec::new();
        for (name, times) in &mut self.alarms {
            let due = times.partition_point(|&t| t <= now);
            if due > 0 {
                times.drain(..due);
                rung.push(name.clone());
            }
        }
        self.alarms.retain(|_, times| !times.is_empty());
        rung
    }

    pub fn pending(&self, name: &str) -> &[u32] {
        self.alarms.get(name).map_or(&[], Vec::as_slice)
    }
}

fn insert_sorted(times: &Vec<u32>, minute: u32) {
    let at = times.partition_point(|&t| t < minute);
    times.insert(at, minute);
}
==== fixed
use std::collections::BTreeMap;

#[derive(Default)]
pub struct AlarmClock {
    /// Pending minutes per alarm, earliest first.
    alarms: BTreeMap<String, Vec<u32>>,
}

impl AlarmClock {
    pub fn set(&mut self, name: &str, minute: u32) {
        insert_sorted(self.alarms.entry(name.to_string()).or_default(), minute);
    }

    /// Drops every time up to `now` and names the alarms that rang,
    /// each one once. Times still to come stay set.
    pub fn ring(&mut self, now: u32) -> Vec<String> {
        let mut rung = Vec::new();
        for (name, times) in &mut self.alarms {
            let due = times.partition_point(|&t| t <= now);
            if due > 0 {
                times.drain(..due);
                rung.push(name.clone());
            }
        }
        self.alarms.retain(|_, times| !times.is_empty());
        rung
    }

    pub fn pending(&self, name: &str) -> &[u32] {
        self.alarms.get(name).map_or(&[], Vec::as_slice)
    }
}

fn insert_sorted(times: &mut Vec<u32>, minute: u32) {
    let at = times.partition_point(|&t| t < minute);
    times.insert(at, minute);
}
==== tests
#[test]
fn keeps_times_sorted() {
    let mut c = AlarmClock::default();
    c.set("tea", 30);
    c.set("tea", 10);
    assert_eq!(c.pending("tea"), [10, 30]);
}

#[test]
fn rings_once_per_alarm() {
    let mut c = AlarmClock::default();
    for m in [5, 9, 40] {
        c.set("a", m);
    }
    c.set("b", 9);
    assert_eq!(c.ring(9), vec!["a", "b"]);
    assert_eq!(c.pending("a"), [40]);
    assert!(c.pending("b").is_empty());
    assert!(c.ring(39).is_empty());
}
