---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Station {
    pub name: String,
    pub km: u32,
}

#[derive(Debug)]
pub struct Line {
    pub stations: Vec<Station>,
}

impl Line {
    pub fn new(stations: &[(&str, u32)]) -> Self {
        let stations = stations.iter().map(|(n, km)| Station { name: n.to_string(), km: *km });
        Line { stations: stations.collect() }
    }

    fn next_after(&self, km: u32) -> Option<&Station> {
        self.stations.iter().find(|station| station.km > km)
    }

    /// The text shown in the train at some kilometre of the line.
    /// Behind the last station it is just `Terminus`.
    pub fn display(&self, km: u32) -> String {
        let station: &Station = self.next_after(km);
        let distance = station.km - km;
        if distance <= 1 {
            format!("Now arriving: {}", station.name)
        } else {
            format!("Next: {} in {distance} km", station.name)
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Station {
    pub name: String,
    pub km: u32,
}

#[derive(Debug)]
pub struct Line {
    pub stations: Vec<Station>,
}

impl Line {
    pub fn new(stations: &[(&str, u32)]) -> Self {
        let stations = stations.iter().map(|(n, km)| Station { name: n.to_string(), km: *km });
        Line { stations: stations.collect() }
    }

    fn next_after(&self, km: u32) -> Option<&Station> {
        self.stations.iter().find(|station| station.km > km)
    }

    /// The text shown in the train at some kilometre of the line.
    /// Behind the last station it is just `Terminus`.
    pub fn display(&self, km: u32) -> String {
        let Some(station) = self.next_after(km) else {
            return "Terminus".to_string();
        };
        let distance = station.km - km;
        if distance <= 1 {
            format!("Now arriving: {}", station.name)
        } else {
            format!("Next: {} in {distance} km", station.name)
        }
    }
}
==== tests
fn line() -> Line {
    Line::new(&[("Oslo", 0), ("Lillestrøm", 21), ("Eidsvoll", 67)])
}

#[test]
fn on_the_way() {
    assert_eq!(line().display(0), "Next: Lillestrøm in 21 km");
    assert_eq!(line().display(20), "Now arriving: Lillestrøm");
    assert_eq!(line().display(21), "Next: Eidsvoll in 46 km");
}

#[test]
fn behind_the_last_station() {
    assert_eq!(line().display(67), "Terminus");
    assert_eq!(line().display(80), "Terminus");
    assert_eq!(Line::new(&[]).display(3), "Terminus");
}
