---
code: E0499
---
//! Standings of a quiz night.

#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    pub name: String,
    pub score: u32,
    pub prize: Option<&'static str>,
}

impl Team {
    pub fn new(name: &str, score: u32) -> Self {
        Team { name: name.to_string(), score, prize: None }
    }
}

fn drop_forfeits(teams: &mut Vec<Team>) {
    teams.retain(|team| team.score > 0);
}

/// Hands out the prizes once the teams without a point have left the list: the team with
/// the highest score gets the cup, the one listed last the wooden spoon, unless it won.
pub fn award(teams: &mut Vec<Team>) -> usize {
    let Some(last) = teams.last_mut() else {
        return 0;
    };
    drop_forfeits(teams);
    last.prize = Some("spoon");
    let best = teams.iter().map(|team| team.score).max().unwrap_or(0);
    if let Some(winner) = teams.iter_mut().find(|team| team.score == best) {
        winner.prize = Some("cup");
    }
    teams.len()
}
==== fixed
//! Standings of a quiz night.

#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    pub name: String,
    pub score: u32,
    pub prize: Option<&'static str>,
}

impl Team {
    pub fn new(name: &str, score: u32) -> Self {
        Team { name: name.to_string(), score, prize: None }
    }
}

fn drop_forfeits(teams: &mut Vec<Team>) {
    teams.retain(|team| team.score > 0);
}

/// Hands out the prizes once the teams without a point have left the list: the team with
/// the highest score gets the cup, the one listed last the wooden spoon, unless it won.
pub fn award(teams: &mut Vec<Team>) -> usize {
    drop_forfeits(teams);
    let Some(last) = teams.last_mut() else {
        return 0;
    };
    last.prize = Some("spoon");
    let best = teams.iter().map(|team| team.score).max().unwrap_or(0);
    if let Some(winner) = teams.iter_mut().find(|team| team.score == best) {
        winner.prize = Some("cup");
    }
    teams.len()
}
==== tests
#[test]
fn cup_and_spoon_among_those_who_stayed() {
    let mut teams = vec![Team::new("Owls", 7), Team::new("Bees", 9), Team::new("Cats", 3), Team::new("Elks", 0)];
    assert_eq!(award(&mut teams), 3);
    let prizes: Vec<_> = teams.iter().map(|team| (team.name.as_str(), team.prize)).collect();
    assert_eq!(prizes, [("Owls", None), ("Bees", Some("cup")), ("Cats", Some("spoon"))]);
}

#[test]
fn a_single_team_wins_the_cup() {
    let mut teams = vec![Team::new("Owls", 7)];
    assert_eq!(award(&mut teams), 1);
    assert_eq!(teams[0].prize, Some("cup"));
}

#[test]
fn nobody_left_nothing_to_award() {
    let mut teams = vec![Team::new("Elks", 0)];
    assert_eq!(award(&mut teams), 0);
    assert!(teams.is_empty());
    assert_eq!(award(&mut Vec::new()), 0);
}
