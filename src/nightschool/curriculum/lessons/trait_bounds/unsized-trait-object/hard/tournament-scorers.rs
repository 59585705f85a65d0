---
code: E0277
---
//! Rules that give points to a player; a tournament adds them up.

pub struct Player {
    pub wins: u32,
    pub draws: u32,
    pub fouls: u32,
}

pub trait Rule {
    fn points(&self, player: &Player) -> i32;
}

pub struct Results;

pub struct FairPlay {
    pub penalty: i32,
}

impl Rule for Results {
    fn points(&self, player: &Player) -> i32 {
        (player.wins * 3 + player.draws) as i32
    }
}

impl Rule for FairPlay {
    fn points(&self, player: &Player) -> i32 {
        -self.penalty * player.fouls as i32
    }
}

/// The rules of a tournament; they are given away with it.
#[derive(Default)]
pub struct Tournament {
    rules: Vec<dyn Rule>,
}

pub fn league(penalty: i32) -> Tournament {
    let mut league = Tournament::default();
    league.rules.push(Box::new(Results));
    league.rules.push(Box::new(FairPlay { penalty }));
    league
}

impl Tournament {
    pub fn score(&self, player: &Player) -> i32 {
        let mut score = 0;
        for rule in &self.rules {
            score += rule.points(player);
        }
        score
    }
}
==== fixed
//! Rules that give points to a player; a tournament adds them up.

pub struct Player {
    pub wins: u32,
    pub draws: u32,
    pub fouls: u32,
}

pub trait Rule {
    fn points(&self, player: &Player) -> i32;
}

pub struct Results;

pub struct FairPlay {
    pub penalty: i32,
}

impl Rule for Results {
    fn points(&self, player: &Player) -> i32 {
        (player.wins * 3 + player.draws) as i32
    }
}

impl Rule for FairPlay {
    fn points(&self, player: &Player) -> i32 {
        -self.penalty * player.fouls as i32
    }
}

/// The rules of a tournament; they are given away with it.
#[derive(Default)]
pub struct Tournament {
    rules: Vec<Box<dyn Rule>>,
}

pub fn league(penalty: i32) -> Tournament {
    let mut league = Tournament::default();
    league.rules.push(Box::new(Results));
    league.rules.push(Box::new(FairPlay { penalty }));
    league
}

impl Tournament {
    pub fn score(&self, player: &Player) -> i32 {
        let mut score = 0;
        for rule in &self.rules {
            score += rule.points(player);
        }
        score
    }
}
==== tests
#[test]
fn both_rules_count() {
    let player = Player { wins: 2, draws: 1, fouls: 3 };
    assert_eq!(league(2).score(&player), 1);
    assert_eq!(league(0).score(&player), 7);
}

#[test]
fn without_rules_nothing_counts() {
    let player = Player { wins: 2, draws: 1, fouls: 3 };
    assert_eq!(Tournament::default().score(&player), 0);
}
