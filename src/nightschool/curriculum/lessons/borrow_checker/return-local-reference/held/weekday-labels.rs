---
code: E0515
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub number: i64,
}

const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl Day {
    /// Day 0 is a Monday.
    pub fn weekday(self) -> &'static str {
        NAMES[self.number.rem_euclid(7) as usize]
    }

    pub fn plus(self, days: i64) -> Day {
        Day { number: self.number + days }
    }
}

fn week_from<'a>(start: Day) -> &'a [Day] {
    let days: Vec<Day> = (0..7).map(|n| start.plus(n)).collect();
    &days
}

/// One line per week: its first day's number and the weekdays.
pub fn calendar(start: Day, weeks: i64) -> Vec<String> {
    (0..weeks)
        .map(|w| {
            let days = week_from(start.plus(7 * w));
            let names: Vec<&str> = days.iter().map(|d| d.weekday()).collect();
            format!("{}: {}", days[0].number, names.join(" "))
        })
        .collect()
}

pub fn weekends(start: Day) -> usize {
    week_from(start).iter().filter(|d| d.weekday().starts_with('S')).count()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub number: i64,
}

const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl Day {
    /// Day 0 is a Monday.
    pub fn weekday(self) -> &'static str {
        NAMES[self.number.rem_euclid(7) as usize]
    }

    pub fn plus(self, days: i64) -> Day {
        Day { number: self.number + days }
    }
}

fn week_from(start: Day) -> Vec<Day> {
    let days: Vec<Day> = (0..7).map(|n| start.plus(n)).collect();
    days
}

/// One line per week: its first day's number and the weekdays.
pub fn calendar(start: Day, weeks: i64) -> Vec<String> {
    (0..weeks)
        .map(|w| {
            let days = week_from(start.plus(7 * w));
            let names: Vec<&str> = days.iter().map(|d| d.weekday()).collect();
            format!("{}: {}", days[0].number, names.join(" "))
        })
        .collect()
}

pub fn weekends(start: Day) -> usize {
    week_from(start).iter().filter(|d| d.weekday().starts_with('S')).count()
}
==== tests
#[test]
fn lines() {
    let c = calendar(Day { number: 2 }, 2);
    assert_eq!(c, ["2: Wed Thu Fri Sat Sun Mon Tue", "9: Wed Thu Fri Sat Sun Mon Tue"]);
    assert!(calendar(Day { number: 0 }, 0).is_empty());
}

#[test]
fn every_week_has_one_weekend() {
    assert_eq!(weekends(Day { number: -3 }), 2);
    assert_eq!(Day { number: -1 }.weekday(), "Sun");
}
