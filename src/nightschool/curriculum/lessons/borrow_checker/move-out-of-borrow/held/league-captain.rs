---
code: E0507
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    pub name: String,
    pub shirt: u8,
}

#[derive(Debug)]
pub struct Team {
    pub captain: Player,
    pub bench: Vec<Player>,
}

#[derive(Default)]
pub struct League {
    teams: HashMap<String, Team>,
}

impl League {
    pub fn enter(&mut self, name: &str, captain: Player, bench: Vec<Player>) {
        self.teams.insert(name.to_string(), Team { captain, bench });
    }

    /// Makes the first player on the bench the captain; the old captain takes
    /// the last place on the bench. False when the bench is empty.
    pub fn rotate_captain(&mut self, team: &str) -> bool {
        let Some(team) = self.teams.get_mut(team) else { return false };
        if team.bench.is_empty() {
            return false;
        }
        let next = team.bench.remove(0);
        let old = team.captain;
        team.captain = next;
        team.bench.push(old);
        true
    }

    pub fn team(&self, name: &str) -> Option<&Team> {
        self.teams.get(name)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    pub name: String,
    pub shirt: u8,
}

#[derive(Debug)]
pub struct Team {
    pub captain: Player,
    pub bench: Vec<Player>,
}

#[derive(Default)]
pub struct League {
    teams: HashMap<String, Team>,
}

impl League {
    pub fn enter(&mut self, name: &str, captain: Player, bench: Vec<Player>) {
        self.teams.insert(name.to_string(), Team { captain, bench });
    }

    /// Makes the first player on the bench the captain; the old captain takes
    /// the last place on the bench. False when the bench is empty.
    pub fn rotate_captain(&mut self, team: &str) -> bool {
        let Some(team) = self.teams.get_mut(team) else { return false };
        if team.bench.is_empty() {
            return false;
        }
        let next = team.bench.remove(0);
        let old = std::mem::replace(&mut team.captain, next);
        team.bench.push(old);
        true
    }

    pub fn team(&self, name: &str) -> Option<&Team> {
        self.teams.get(name)
    }
}
==== tests
fn p(name: &str, shirt: u8) -> Player {
    Player { name: name.into(), shirt }
}
#[test]
fn rotates() {
    let mut league = League::default();
    league.enter("Reds", p("Ana", 1), vec![p("Bo", 2), p("Cy", 3)]);
    assert!(league.rotate_captain("Reds"));
    let team = league.team("Reds").unwrap();
    assert_eq!(team.captain, p("Bo", 2));
    assert_eq!(team.bench, [p("Cy", 3), p("Ana", 1)]);
}
#[test]
fn nobody_to_rotate() {
    let mut league = League::default();
    league.enter("Blues", p("Di", 7), vec![]);
    assert!(!league.rotate_captain("Blues"));
    assert!(!league.rotate_captain("Greens"));
    assert_eq!(league.team("Blues").unwrap().captain, p("Di", 7));
}
