---
code: E0596
---
use std::collections::BTreeMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Row {
    pub played: u32,
    pub points: u32,
    pub goals: i32,
}

impl Row {
    fn add(&mut self, own: i32, other: i32) {
        self.played += 1;
        self.goals += own - other;
        self.points += match own.cmp(&other) {
            std::cmp::Ordering::Greater => 3,
            std::cmp::Ordering::Equal => 1,
            std::cmp::Ordering::Less => 0,
        };
    }
}

pub type Standings = BTreeMap<String, Row>;

fn enter(standings: &Standings, team: &str, own: i32, other: i32) {
    let row = standings.entry(team.to_string()).or_default();
    row.add(own, other);
}

/// The standings after all these games of (home, away, goals, goals).
pub fn standings(games: &[(&str, &str, i32, i32)]) -> Standings {
    let table = Standings::new();
    for (home, away, h, a) in games {
        enter(&table, home, *h, *a);
        enter(&table, away, *a, *h);
    }
    table
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Row {
    pub played: u32,
    pub points: u32,
    pub goals: i32,
}

impl Row {
    fn add(&mut self, own: i32, other: i32) {
        self.played += 1;
        self.goals += own - other;
        self.points += match own.cmp(&other) {
            std::cmp::Ordering::Greater => 3,
            std::cmp::Ordering::Equal => 1,
            std::cmp::Ordering::Less => 0,
        };
    }
}

pub type Standings = BTreeMap<String, Row>;

fn enter(standings: &mut Standings, team: &str, own: i32, other: i32) {
    let row = standings.entry(team.to_string()).or_default();
    row.add(own, other);
}

/// The standings after all these games of (home, away, goals, goals).
pub fn standings(games: &[(&str, &str, i32, i32)]) -> Standings {
    let mut table = Standings::new();
    for (home, away, h, a) in games {
        enter(&mut table, home, *h, *a);
        enter(&mut table, away, *a, *h);
    }
    table
}
==== tests
#[test]
fn counts_all_games() {
    let t = standings(&[("Reds", "Blues", 2, 1), ("Blues", "Greens", 0, 0)]);
    assert_eq!(t["Reds"], Row { played: 1, points: 3, goals: 1 });
    assert_eq!(t["Blues"], Row { played: 2, points: 1, goals: -1 });
    assert_eq!(t["Greens"], Row { played: 1, points: 1, goals: 0 });
}
#[test]
fn no_games() {
    assert!(standings(&[]).is_empty());
}
