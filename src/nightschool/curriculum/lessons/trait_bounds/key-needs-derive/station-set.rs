---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Station {
    Prep,
    Grill,
    Pastry,
    Pass,
}

#[derive(Debug, Clone)]
pub struct Task {
    pub dish: String,
    pub station: Station,
    pub minutes: u32,
}

/// Minutes of work per station, in the order in which a dish travels through
/// the kitchen (prep first, the pass last).
pub fn load_per_station(tasks: &[Task]) -> Vec<(Station, u32)> {
    let mut load = BTreeMap::new();
    for task in tasks {
        *load.entry(task.station.clone()).or_insert(0) += task.minutes;
    }
    load.into_iter().collect()
}

pub fn dishes_at(tasks: &[Task], station: &Station) -> Vec<String> {
    tasks
        .iter()
        .filter(|t| &t.station == station)
        .map(|t| t.dish.clone())
        .collect()
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Station {
    Prep,
    Grill,
    Pastry,
    Pass,
}

#[derive(Debug, Clone)]
pub struct Task {
    pub dish: String,
    pub station: Station,
    pub minutes: u32,
}

/// Minutes of work per station, in the order in which a dish travels through
/// the kitchen (prep first, the pass last).
pub fn load_per_station(tasks: &[Task]) -> Vec<(Station, u32)> {
    let mut load = BTreeMap::new();
    for task in tasks {
        *load.entry(task.station.clone()).or_insert(0) += task.minutes;
    }
    load.into_iter().collect()
}

pub fn dishes_at(tasks: &[Task], station: &Station) -> Vec<String> {
    tasks
        .iter()
        .filter(|t| &t.station == station)
        .map(|t| t.dish.clone())
        .collect()
}
==== tests
fn task(dish: &str, station: Station, minutes: u32) -> Task {
    Task { dish: dish.into(), station, minutes }
}

#[test]
fn stations_come_in_kitchen_order() {
    let tasks = [
        task("steak", Station::Pass, 1),
        task("tart", Station::Pastry, 9),
        task("steak", Station::Prep, 4),
        task("steak", Station::Grill, 7),
        task("tart", Station::Prep, 6),
    ];
    assert_eq!(
        load_per_station(&tasks),
        vec![
            (Station::Prep, 10),
            (Station::Grill, 7),
            (Station::Pastry, 9),
            (Station::Pass, 1)
        ]
    );
    assert_eq!(dishes_at(&tasks, &Station::Prep), vec!["steak", "tart"]);
}

#[test]
fn no_tasks_no_load() {
    assert!(load_per_station(&[]).is_empty());
}
