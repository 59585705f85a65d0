---
code: E0515
---
/// A player on the scoreboard of a darts evening.
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    pub name: String,
    left: u32,
    darts: u32,
}

impl Player {
    /// Takes the points off what is left; overthrowing leaves it unchanged.
    fn throw(&mut self, points: u32) -> u32 {
        self.darts += 1;
        if points <= self.left {
            self.left -= points;
        }
        self.left
    }
}

pub struct Scoreboard {
    players: Vec<Player>,
    turn: usize,
}

impl Scoreboard {
    pub fn new(names: &[&str], start: u32) -> Self {
        let players = names
            .iter()
            .map(|name| Player { name: name.to_string(), left: start, darts: 0 })
            .collect();
        Scoreboard { players, turn: 0 }
    }

    /// The player whose turn it is; the next call is about the next player.
    fn next_player(&mut self) -> &mut Player {
        let index = self.turn % self.players.len();
        self.turn += 1;
        let mut player = self.players[index].clone();
        &mut player
    }

    /// Notes a throw of the player whose turn it is; tells what is left.
    pub fn throw(&mut self, points: u32) -> u32 {
        self.next_player().throw(points)
    }

    pub fn winner(&self) -> Option<&str> {
        self.players.iter().find(|player| player.left == 0).map(|player| player.name.as_str())
    }

    pub fn darts(&self) -> u32 {
        self.players.iter().map(|player| player.darts).sum()
    }
}
==== fixed
/// A player on the scoreboard of a darts evening.
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    pub name: String,
    left: u32,
    darts: u32,
}

impl Player {
    /// Takes the points off what is left; overthrowing leaves it unchanged.
    fn throw(&mut self, points: u32) -> u32 {
        self.darts += 1;
        if points <= self.left {
            self.left -= points;
        }
        self.left
    }
}

pub struct Scoreboard {
    players: Vec<Player>,
    turn: usize,
}

impl Scoreboard {
    pub fn new(names: &[&str], start: u32) -> Self {
        let players = names
            .iter()
            .map(|name| Player { name: name.to_string(), left: start, darts: 0 })
            .collect();
        Scoreboard { players, turn: 0 }
    }

    /// The player whose turn it is; the next call is about the next player.
    fn next_player(&mut self) -> &mut Player {
        let index = self.turn % self.players.len();
        self.turn += 1;
        &mut self.players[index]
    }

    /// Notes a throw of the player whose turn it is; tells what is left.
    pub fn throw(&mut self, points: u32) -> u32 {
        self.next_player().throw(points)
    }

    pub fn winner(&self) -> Option<&str> {
        self.players.iter().find(|player| player.left == 0).map(|player| player.name.as_str())
    }

    pub fn darts(&self) -> u32 {
        self.players.iter().map(|player| player.darts).sum()
    }
}
==== tests
#[test]
fn players_take_turns() {
    let mut board = Scoreboard::new(&["mia", "kim"], 100);
    assert_eq!(board.throw(60), 40);
    assert_eq!(board.throw(20), 80);
    assert_eq!(board.throw(50), 40);
    assert_eq!(board.throw(60), 20);
    assert_eq!(board.winner(), None);
    assert_eq!(board.throw(40), 0);
    assert_eq!(board.winner(), Some("mia"));
}

#[test]
fn darts_are_counted() {
    let mut board = Scoreboard::new(&["mia", "kim"], 10);
    board.throw(60);
    board.throw(1);
    board.throw(1);
    assert_eq!(board.darts(), 3);
}
