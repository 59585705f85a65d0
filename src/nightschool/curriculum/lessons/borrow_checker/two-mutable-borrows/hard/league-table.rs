---
code: E0499
---
//! A football league: goals and points.

use std::collections::HashMap;

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Row {
    pub points: u32,
    pub scored: u32,
    pub conceded: u32,
}

impl Row {
    fn enter(&mut self, scored: u32, conceded: u32) {
        self.scored += scored;
        self.conceded += conceded;
        self.points += match scored.cmp(&conceded) {
            std::cmp::Ordering::Greater => 3,
            std::cmp::Ordering::Equal => 1,
            std::cmp::Ordering::Less => 0,
        };
    }
}

#[derive(Debug, Default)]
pub struct League {
    pub rows: HashMap<String, Row>,
}

impl League {
    pub fn of(clubs: &[&str]) -> Self {
        League { rows: clubs.iter().map(|club| (club.to_string(), Row::default())).collect() }
    }

    /// Enters a result for both clubs. When one of them is not in the league nothing is
    /// entered at all, and the answer is `None`.
    pub fn result(&mut self, home: &str, away: &str, goals: (u32, u32)) -> Option<()> {
        let host = self.rows.get_mut(home)?;
        let guest = self.rows.get_mut(away)?;
        host.enter(goals.0, goals.1);
        guest.enter(goals.1, goals.0);
        Some(())
    }
}
==== fixed
//! A football league: goals and points.

use std::collections::HashMap;

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Row {
    pub points: u32,
    pub scored: u32,
    pub conceded: u32,
}

impl Row {
    fn enter(&mut self, scored: u32, conceded: u32) {
        self.scored += scored;
        self.conceded += conceded;
        self.points += match scored.cmp(&conceded) {
            std::cmp::Ordering::Greater => 3,
            std::cmp::Ordering::Equal => 1,
            std::cmp::Ordering::Less => 0,
        };
    }
}

#[derive(Debug, Default)]
pub struct League {
    pub rows: HashMap<String, Row>,
}

impl League {
    pub fn of(clubs: &[&str]) -> Self {
        League { rows: clubs.iter().map(|club| (club.to_string(), Row::default())).collect() }
    }

    /// Enters a result for both clubs. When one of them is not in the league nothing is
    /// entered at all, and the answer is `None`.
    pub fn result(&mut self, home: &str, away: &str, goals: (u32, u32)) -> Option<()> {
        if !self.rows.contains_key(away) {
            return None;
        }
        self.rows.get_mut(home)?.enter(goals.0, goals.1);
        self.rows.get_mut(away)?.enter(goals.1, goals.0);
        Some(())
    }
}
==== tests
#[test]
fn a_result_counts_for_both() {
    let mut league = League::of(&["Ham", "Ost"]);
    assert_eq!(league.result("Ham", "Ost", (2, 1)), Some(()));
    assert_eq!(league.result("Ost", "Ham", (0, 0)), Some(()));
    assert_eq!(league.rows["Ham"], Row { points: 4, scored: 2, conceded: 1 });
    assert_eq!(league.rows["Ost"], Row { points: 1, scored: 1, conceded: 2 });
}

#[test]
fn an_unknown_club_leaves_the_table_as_it_is() {
    let mut league = League::of(&["Ham", "Ost"]);
    assert_eq!(league.result("Ham", "Nowhere", (5, 0)), None);
    assert_eq!(league.result("Nowhere", "Ost", (5, 0)), None);
    assert!(league.rows.values().all(|row| *row == Row::default()));
    assert_eq!(league.rows.len(), 2);
}
