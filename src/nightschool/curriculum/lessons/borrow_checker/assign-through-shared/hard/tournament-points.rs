---
code: E0594
---
//! Standings of a chess club: three points a win, one a draw.

#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub player: String,
    pub points: u32,
    pub games: u32,
}

#[derive(Debug, Default)]
pub struct Table {
    standings: Vec<Standing>,
}

impl Table {
    pub fn enter(&mut self, player: &str) {
        self.standings.push(Standing { player: player.to_string(), points: 0, games: 0 });
    }

    /// Books one game for `player`; false if the club has no such player.
    pub fn book(&mut self, player: &str, points: u32) -> bool {
        for standing in &self.standings {
            if standing.player == player {
                add_game(standing, points);
                return true;
            }
        }
        false
    }

    pub fn points_of(&self, player: &str) -> Option<u32> {
        self.standings.iter().find(|s| s.player == player).map(|s| s.points)
    }

    pub fn games_played(&self) -> u32 {
        self.standings.iter().map(|s| s.games).sum()
    }
}

fn add_game(standing: &Standing, points: u32) {
    standing.points += points;
    standing.games += 1;
}
==== fixed
//! Standings of a chess club: three points a win, one a draw.

#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub player: String,
    pub points: u32,
    pub games: u32,
}

#[derive(Debug, Default)]
pub struct Table {
    standings: Vec<Standing>,
}

impl Table {
    pub fn enter(&mut self, player: &str) {
        self.standings.push(Standing { player: player.to_string(), points: 0, games: 0 });
    }

    /// Books one game for `player`; false if the club has no such player.
    pub fn book(&mut self, player: &str, points: u32) -> bool {
        for standing in &mut self.standings {
            if standing.player == player {
                add_game(standing, points);
                return true;
            }
        }
        false
    }

    pub fn points_of(&self, player: &str) -> Option<u32> {
        self.standings.iter().find(|s| s.player == player).map(|s| s.points)
    }

    pub fn games_played(&self) -> u32 {
        self.standings.iter().map(|s| s.games).sum()
    }
}

fn add_game(standing: &mut Standing, points: u32) {
    standing.points += points;
    standing.games += 1;
}
==== tests
#[test]
fn points_add_up() {
    let mut table = Table::default();
    table.enter("Vera");
    table.enter("Tal");
    assert!(table.book("Vera", 3));
    assert!(table.book("Vera", 1));
    assert!(table.book("Tal", 1));
    assert_eq!(table.points_of("Vera"), Some(4));
    assert_eq!(table.points_of("Tal"), Some(1));
    assert_eq!(table.games_played(), 3);
}

#[test]
fn unknown_players_are_refused() {
    let mut table = Table::default();
    table.enter("Vera");
    assert!(!table.book("Mikhail", 3));
    assert_eq!(table.games_played(), 0);
    assert_eq!(table.points_of("Mikhail"), None);
}
