---
code: E0053
---
/// Something the league keeps an eye on during the season.
pub trait Tracker {
    /// Takes in what happened on a match day.
    fn match_day(&mut self, day: u32, events: &[(&str, u32)]);

    fn report(&self) -> String;
}

/// Goals of all players together.
#[derive(Default)]
pub struct GoalCounter {
    goals: u32,
}

/// Remembers the best single performance and the day of it; the earlier one when equal.
#[derive(Default)]
pub struct Record {
    best: Option<(u32, String, u32)>,
}

impl Tracker for GoalCounter {
    fn match_day(&mut self, _day: u32, events: &[(&str, u32)]) {
        self.goals += events.iter().map(|(_, goals)| goals).sum::<u32>();
    }

    fn report(&self) -> String {
        format!("{} goals", self.goals)
    }
}

impl Tracker for Record {
    fn match_day(&mut self, day: usize, events: &[(&str, u32)]) {
        for (player, goals) in events {
            if self.best.as_ref().map_or(true, |(most, _, _)| goals > most) {
                self.best = Some((*goals, player.to_string(), day as u32));
            }
        }
    }

    fn report(&self) -> String {
        match &self.best {
            Some((goals, player, day)) => format!("{player}: {goals} on day {day}"),
            None => "no record".to_string(),
        }
    }
}

pub fn follow(trackers: &mut [Box<dyn Tracker>], days: &[Vec<(&str, u32)>]) -> Vec<String> {
    for (day, events) in (1..).zip(days) {
        trackers.iter_mut().for_each(|t| t.match_day(day, events));
    }
    trackers.iter().map(|t| t.report()).collect()
}
==== fixed
/// Something the league keeps an eye on during the season.
pub trait Tracker {
    /// Takes in what happened on a match day.
    fn match_day(&mut self, day: u32, events: &[(&str, u32)]);

    fn report(&self) -> String;
}

/// Goals of all players together.
#[derive(Default)]
pub struct GoalCounter {
    goals: u32,
}

/// Remembers the best single performance and the day of it; the earlier one when equal.
#[derive(Default)]
pub struct Record {
    best: Option<(u32, String, u32)>,
}

impl Tracker for GoalCounter {
    fn match_day(&mut self, _day: u32, events: &[(&str, u32)]) {
        self.goals += events.iter().map(|(_, goals)| goals).sum::<u32>();
    }

    fn report(&self) -> String {
        format!("{} goals", self.goals)
    }
}

impl Tracker for Record {
    fn match_day(&mut self, day: u32, events: &[(&str, u32)]) {
        for (player, goals) in events {
            if self.best.as_ref().map_or(true, |(most, _, _)| goals > most) {
                self.best = Some((*goals, player.to_string(), day));
            }
        }
    }

    fn report(&self) -> String {
        match &self.best {
            Some((goals, player, day)) => format!("{player}: {goals} on day {day}"),
            None => "no record".to_string(),
        }
    }
}

pub fn follow(trackers: &mut [Box<dyn Tracker>], days: &[Vec<(&str, u32)>]) -> Vec<String> {
    for (day, events) in (1..).zip(days) {
        trackers.iter_mut().for_each(|t| t.match_day(day, events));
    }
    trackers.iter().map(|t| t.report()).collect()
}
==== tests
#[test]
fn both_trackers() {
    let mut trackers: Vec<Box<dyn Tracker>> = vec![Box::new(Record::default()), Box::new(GoalCounter::default())];
    let reports = follow(&mut trackers, &[vec![("Eto", 1)], vec![("Pele", 3), ("Eto", 2)], vec![("Eto", 3)]]);
    assert_eq!(reports, ["Pele: 3 on day 2", "9 goals"]);
}
#[test]
fn nothing_played() {
    let mut trackers: Vec<Box<dyn Tracker>> = vec![Box::new(Record::default())];
    assert_eq!(follow(&mut trackers, &[]), ["no record"]);
}
