---
code: E0505
---
//! Readings of a weather station.

#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub hour: u8,
    pub tenths: i32,
    pub remark: String,
}

impl Reading {
    pub fn at(hour: u8, tenths: i32) -> Self {
        Reading { hour, tenths, remark: String::new() }
    }
}

#[derive(Debug, Default, PartialEq)]
pub struct Archive {
    pub days: Vec<Vec<Reading>>,
}

impl Archive {
    /// Sorts the readings of a day by the hour and stores them.
    pub fn store(&mut self, mut readings: Vec<Reading>) {
        readings.sort_by_key(|reading| reading.hour);
        for reading in &mut readings {
            if reading.tenths < 0 {
                reading.remark.push_str("frost");
            }
        }
        self.days.push(readings);
    }

    /// Closes a day: stores its readings and reports the coldest of them, as it was measured.
    /// Of equally cold ones the first measured counts.
    pub fn close_day(&mut self, readings: Vec<Reading>) -> Option<Reading> {
        let mut coldest = readings.first()?;
        for reading in &readings {
            if reading.tenths < coldest.tenths {
                coldest = reading;
            }
        }
        self.store(readings);
        Some(coldest.clone())
    }
}
==== fixed
//! Readings of a weather station.

#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub hour: u8,
    pub tenths: i32,
    pub remark: String,
}

impl Reading {
    pub fn at(hour: u8, tenths: i32) -> Self {
        Reading { hour, tenths, remark: String::new() }
    }
}

#[derive(Debug, Default, PartialEq)]
pub struct Archive {
    pub days: Vec<Vec<Reading>>,
}

impl Archive {
    /// Sorts the readings of a day by the hour and stores them.
    pub fn store(&mut self, mut readings: Vec<Reading>) {
        readings.sort_by_key(|reading| reading.hour);
        for reading in &mut readings {
            if reading.tenths < 0 {
                reading.remark.push_str("frost");
            }
        }
        self.days.push(readings);
    }

    /// Closes a day: stores its readings and reports the coldest of them, as it was measured.
    /// Of equally cold ones the first measured counts.
    pub fn close_day(&mut self, readings: Vec<Reading>) -> Option<Reading> {
        let mut coldest = readings.first()?;
        for reading in &readings {
            if reading.tenths < coldest.tenths {
                coldest = reading;
            }
        }
        let coldest = coldest.clone();
        self.store(readings);
        Some(coldest)
    }
}
==== tests
#[test]
fn reports_the_coldest_and_stores_the_day() {
    let mut archive = Archive::default();
    let day = vec![Reading::at(12, 31), Reading::at(6, -25), Reading::at(3, -25), Reading::at(18, 4)];
    assert_eq!(archive.close_day(day), Some(Reading::at(6, -25)));
    let hours: Vec<u8> = archive.days[0].iter().map(|reading| reading.hour).collect();
    assert_eq!(hours, [3, 6, 12, 18]);
    assert_eq!(archive.days[0][1].remark, "frost");
    assert_eq!(archive.days[0][3].remark, "");
}

#[test]
fn a_day_without_readings_is_not_stored() {
    let mut archive = Archive::default();
    assert_eq!(archive.close_day(Vec::new()), None);
    assert_eq!(archive, Archive::default());
}
