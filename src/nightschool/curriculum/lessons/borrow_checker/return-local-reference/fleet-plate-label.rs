---
code: E0515
---
#[derive(Debug, Clone)]
pub struct Vehicle {
    pub country: String,
    pub plate: String,
    pub odometer_km: u32,
}

impl Vehicle {
    pub fn new(country: &str, plate: &str, odometer_km: u32) -> Self {
        Vehicle {
            country: country.to_string(),
            plate: plate.to_string(),
            odometer_km,
        }
    }

    /// Country and plate without blanks, in capitals: `DE:HHAB12`.
    fn tag(&self) -> &str {
        let mut tag = format!("{}:{}", self.country, self.plate);
        tag.retain(|c| !c.is_whitespace());
        tag.make_ascii_uppercase();
        tag.as_str()
    }
}

pub struct Fleet {
    vehicles: Vec<Vehicle>,
}

impl Fleet {
    pub fn new(vehicles: Vec<Vehicle>) -> Self {
        Fleet { vehicles }
    }

    pub fn service_list(&self, every_km: u32) -> Vec<String> {
        self.vehicles
            .iter()
            .filter(|v| v.odometer_km >= every_km)
            .map(|v| format!("{} at {} km", v.tag(), v.odometer_km))
            .collect()
    }
}
==== fixed
#[derive(Debug, Clone)]
pub struct Vehicle {
    pub country: String,
    pub plate: String,
    pub odometer_km: u32,
}

impl Vehicle {
    pub fn new(country: &str, plate: &str, odometer_km: u32) -> Self {
        Vehicle {
            country: country.to_string(),
            plate: plate.to_string(),
            odometer_km,
        }
    }

    /// Country and plate without blanks, in capitals: `DE:HHAB12`.
    fn tag(&self) -> String {
        let mut tag = format!("{}:{}", self.country, self.plate);
        tag.retain(|c| !c.is_whitespace());
        tag.make_ascii_uppercase();
        tag
    }
}

pub struct Fleet {
    vehicles: Vec<Vehicle>,
}

impl Fleet {
    pub fn new(vehicles: Vec<Vehicle>) -> Self {
        Fleet { vehicles }
    }

    pub fn service_list(&self, every_km: u32) -> Vec<String> {
        self.vehicles
            .iter()
            .filter(|v| v.odometer_km >= every_km)
            .map(|v| format!("{} at {} km", v.tag(), v.odometer_km))
            .collect()
    }
}
==== tests
#[test]
fn tags_are_compact_capitals() {
    let f = Fleet::new(vec![
        Vehicle::new("de", "hh ab 12", 31_000),
        Vehicle::new("fr", "aa-123-zz", 30_000),
    ]);
    assert_eq!(
        f.service_list(30_000),
        vec!["DE:HHAB12 at 31000 km", "FR:AA-123-ZZ at 30000 km"]
    );
}

#[test]
fn fresh_vehicles_are_left_out() {
    let f = Fleet::new(vec![Vehicle::new("de", "b x 1", 10), Vehicle::new("at", "w 1", 60)]);
    assert_eq!(f.service_list(50), vec!["AT:W1 at 60 km"]);
    assert!(f.service_list(100).is_empty());
}
