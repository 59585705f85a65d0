---
code: E0373
---
/// A day counted from the first of the year; day 0 is a Monday.
pub type Day = u32;

pub type DayFilter = Box<dyn Fn(Day) -> bool>;

pub fn weekly(weekday: u32) -> DayFilter {
    Box::new(move |day| day % 7 == weekday)
}

/// Accepts a day from `first` on, every `step` days, but none of the
/// holidays.
pub fn every(first: Day, step: u32, holidays: &[Day]) -> DayFilter {
    let mut off = holidays.to_vec();
    off.sort_unstable();
    Box::new(|day| day >= first && (day - first) % step == 0 && off.binary_search(&day).is_err())
}

pub fn either(a: DayFilter, b: DayFilter) -> DayFilter {
    Box::new(move |day| a(day) || b(day))
}

pub fn days_in(filter: &DayFilter, from: Day, to: Day) -> Vec<Day> {
    (from..to).filter(|&day| filter(day)).collect()
}
==== fixed
/// A day counted from the first of the year; day 0 is a Monday.
pub type Day = u32;

pub type DayFilter = Box<dyn Fn(Day) -> bool>;

pub fn weekly(weekday: u32) -> DayFilter {
    Box::new(move |day| day % 7 == weekday)
}

/// Accepts a day from `first` on, every `step` days, but none of the
/// holidays.
pub fn every(first: Day, step: u32, holidays: &[Day]) -> DayFilter {
    let mut off = holidays.to_vec();
    off.sort_unstable();
    Box::new(move |day| day >= first && (day - first) % step == 0 && off.binary_search(&day).is_err())
}

pub fn either(a: DayFilter, b: DayFilter) -> DayFilter {
    Box::new(move |day| a(day) || b(day))
}

pub fn days_in(filter: &DayFilter, from: Day, to: Day) -> Vec<Day> {
    (from..to).filter(|&day| filter(day)).collect()
}
==== tests
#[test]
fn steps_and_skips_holidays() {
    let f = every(3, 5, &[18, 8]);
    assert_eq!(days_in(&f, 0, 30), vec![3, 13, 23, 28]);
}

#[test]
fn survives_its_maker() {
    let f = {
        let holidays = vec![7];
        either(every(0, 7, &holidays), weekly(2))
    };
    assert_eq!(days_in(&f, 0, 15), vec![0, 2, 9, 14]);
}
