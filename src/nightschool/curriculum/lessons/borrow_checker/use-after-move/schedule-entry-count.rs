---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Appointment {
    pub who: String,
    pub minutes: u32,
}

#[derive(Default)]
pub struct Calendar {
    days: BTreeMap<u32, Vec<Appointment>>,
    booked_minutes: u32,
    pub journal: Vec<String>,
}

impl Calendar {
    /// Puts an appointment on a day. The journal gets one line for it.
    pub fn book(&mut self, day: u32, appointment: Appointment) -> usize {
        let list = self.days.entry(day).or_default();
        list.push(appointment);
        self.booked_minutes += appointment.minutes;
        self.journal.push(format!("day {day}: {}", appointment.who));
        list.len()
    }

    pub fn booked_minutes(&self) -> u32 {
        self.booked_minutes
    }

    pub fn on(&self, day: u32) -> &[Appointment] {
        self.days.get(&day).map_or(&[], |list| list.as_slice())
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Appointment {
    pub who: String,
    pub minutes: u32,
}

#[derive(Default)]
pub struct Calendar {
    days: BTreeMap<u32, Vec<Appointment>>,
    booked_minutes: u32,
    pub journal: Vec<String>,
}

impl Calendar {
    /// Puts an appointment on a day. The journal gets one line for it.
    pub fn book(&mut self, day: u32, appointment: Appointment) -> usize {
        let list = self.days.entry(day).or_default();
        self.booked_minutes += appointment.minutes;
        self.journal.push(format!("day {day}: {}", appointment.who));
        list.push(appointment);
        list.len()
    }

    pub fn booked_minutes(&self) -> u32 {
        self.booked_minutes
    }

    pub fn on(&self, day: u32) -> &[Appointment] {
        self.days.get(&day).map_or(&[], |list| list.as_slice())
    }
}
==== tests
fn a(who: &str, minutes: u32) -> Appointment {
    Appointment { who: who.to_string(), minutes }
}

#[test]
fn books_and_logs() {
    let mut c = Calendar::default();
    assert_eq!(c.book(3, a("Ida", 30)), 1);
    assert_eq!(c.book(3, a("Max", 45)), 2);
    assert_eq!(c.booked_minutes(), 75);
    assert_eq!(c.journal, vec!["day 3: Ida", "day 3: Max"]);
    assert_eq!(c.on(3), [a("Ida", 30), a("Max", 45)]);
}

#[test]
fn other_days_are_empty() {
    assert!(Calendar::default().on(1).is_empty());
}
