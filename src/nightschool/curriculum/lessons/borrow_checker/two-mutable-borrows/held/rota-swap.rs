---
code: E0499
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    pub name: String,
    pub hours: Vec<String>,
}

pub struct Week {
    days: Vec<Day>,
}

impl Week {
    pub fn new(names: &[&str]) -> Week {
        let days = names
            .iter()
            .map(|n| Day { name: n.to_string(), hours: Vec::new() })
            .collect();
        Week { days }
    }

    fn day_mut(&mut self, name: &str) -> Option<&mut Day> {
        self.days.iter_mut().find(|d| d.name == name)
    }

    pub fn book(&mut self, day: &str, what: &str) {
        if let Some(day) = self.day_mut(day) {
            day.hours.push(what.to_string());
        }
    }

    /// Moves everything booked on `from` behind what is booked on `to`.
    /// Returns false, and changes nothing, if a day is missing.
    pub fn postpone(&mut self, from: &str, to: &str) -> bool {
        let (Some(source), Some(target)) = (self.day_mut(from), self.day_mut(to)) else {
            return false;
        };
        target.hours.append(&mut source.hours);
        true
    }

    pub fn hours(&self, name: &str) -> Vec<&str> {
        self.days
            .iter()
            .filter(|d| d.name == name)
            .flat_map(|d| d.hours.iter().map(String::as_str))
            .collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    pub name: String,
    pub hours: Vec<String>,
}

pub struct Week {
    days: Vec<Day>,
}

impl Week {
    pub fn new(names: &[&str]) -> Week {
        let days = names
            .iter()
            .map(|n| Day { name: n.to_string(), hours: Vec::new() })
            .collect();
        Week { days }
    }

    fn day_mut(&mut self, name: &str) -> Option<&mut Day> {
        self.days.iter_mut().find(|d| d.name == name)
    }

    pub fn book(&mut self, day: &str, what: &str) {
        if let Some(day) = self.day_mut(day) {
            day.hours.push(what.to_string());
        }
    }

    /// Moves everything booked on `from` behind what is booked on `to`.
    /// Returns false, and changes nothing, if a day is missing.
    pub fn postpone(&mut self, from: &str, to: &str) -> bool {
        if self.day_mut(to).is_none() {
            return false;
        }
        let Some(source) = self.day_mut(from) else {
            return false;
        };
        let mut moved = std::mem::take(&mut source.hours);
        if let Some(target) = self.day_mut(to) {
            target.hours.append(&mut moved);
        }
        true
    }

    pub fn hours(&self, name: &str) -> Vec<&str> {
        self.days
            .iter()
            .filter(|d| d.name == name)
            .flat_map(|d| d.hours.iter().map(String::as_str))
            .collect()
    }
}
==== tests
#[test]
fn bookings_are_moved() {
    let mut week = Week::new(&["mon", "tue", "wed"]);
    week.book("mon", "dentist");
    week.book("mon", "call");
    week.book("wed", "gym");
    assert!(week.postpone("mon", "wed"));
    assert!(week.hours("mon").is_empty());
    assert_eq!(week.hours("wed"), ["gym", "dentist", "call"]);
}

#[test]
fn missing_days_change_nothing() {
    let mut week = Week::new(&["mon", "tue"]);
    week.book("mon", "call");
    assert!(!week.postpone("mon", "sun"));
    assert!(!week.postpone("sun", "mon"));
    assert_eq!(week.hours("mon"), ["call"]);
}
