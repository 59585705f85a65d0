---
code: E0373
---
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayNumber(pub i64);

impl DayNumber {
    fn weekday(self) -> i64 {
        self.0.rem_euclid(7)
    }
}

#[derive(Debug, Clone)]
pub struct Schedule {
    pub start: DayNumber,
    pub every: i64,
    pub closed: Vec<i64>,
}

impl Schedule {
    /// Meeting days from the start on, without weekdays that are closed.
    pub fn days(&self) -> impl Iterator<Item = DayNumber> + use<> {
        let start = self.start.0;
        let every = self.every.max(1);
        let closed = self.closed.clone();
        (0..)
            .map(|n| DayNumber(start + n * every))
            .filter(|day| !closed.contains(&day.weekday()))
    }

    pub fn next_after(&self, day: DayNumber) -> Option<DayNumber> {
        self.days().take(1000).find(|d| *d > day)
    }
}

pub fn first_days(schedule: &Schedule, count: usize) -> Vec<i64> {
    schedule.days().take(count).map(|d| d.0).collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayNumber(pub i64);

impl DayNumber {
    fn weekday(self) -> i64 {
        self.0.rem_euclid(7)
    }
}

#[derive(Debug, Clone)]
pub struct Schedule {
    pub start: DayNumber,
    pub every: i64,
    pub closed: Vec<i64>,
}

impl Schedule {
    /// Meeting days from the start on, without weekdays that are closed.
    pub fn days(&self) -> impl Iterator<Item = DayNumber> + use<> {
        let start = self.start.0;
        let every = self.every.max(1);
        let closed = self.closed.clone();
        (0..)
            .map(move |n| DayNumber(start + n * every))
            .filter(move |day| !closed.contains(&day.weekday()))
    }

    pub fn next_after(&self, day: DayNumber) -> Option<DayNumber> {
        self.days().take(1000).find(|d| *d > day)
    }
}

pub fn first_days(schedule: &Schedule, count: usize) -> Vec<i64> {
    schedule.days().take(count).map(|d| d.0).collect()
}
==== tests
fn schedule() -> Schedule {
    Schedule { start: DayNumber(3), every: 2, closed: vec![5, 6] }
}

#[test]
fn closed_days_are_left_out() {
    assert_eq!(first_days(&schedule(), 4), [3, 7, 9, 11]);
    assert_eq!(schedule().next_after(DayNumber(3)), Some(DayNumber(7)));
}

#[test]
fn iterator_outlives_schedule() {
    let days = {
        let s = schedule();
        s.days()
    };
    assert_eq!(days.skip(1).map(|d| d.0).next(), Some(7));
}
