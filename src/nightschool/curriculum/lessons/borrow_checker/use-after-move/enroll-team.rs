---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    pub name: String,
    pub rating: u32,
}

#[derive(Default)]
pub struct Tournament {
    teams: Vec<Team>,
    log: Vec<String>,
}

impl Tournament {
    /// Enters a team and writes a line such as `#1 Rooks (1800)` to the log.
    pub fn enroll(&mut self, team: Team) -> usize {
        self.teams.push(team);
        let number = self.teams.len();
        self.log.push(format!("#{} {} ({})", number, team.name, team.rating));
        number
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }

    pub fn average_rating(&self) -> u32 {
        let sum: u32 = self.teams.iter().map(|team| team.rating).sum();
        sum / self.teams.len().max(1) as u32
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    pub name: String,
    pub rating: u32,
}

#[derive(Default)]
pub struct Tournament {
    teams: Vec<Team>,
    log: Vec<String>,
}

impl Tournament {
    /// Enters a team and writes a line such as `#1 Rooks (1800)` to the log.
    pub fn enroll(&mut self, team: Team) -> usize {
        let number = self.teams.len() + 1;
        self.log.push(format!("#{} {} ({})", number, team.name, team.rating));
        self.teams.push(team);
        number
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }

    pub fn average_rating(&self) -> u32 {
        let sum: u32 = self.teams.iter().map(|team| team.rating).sum();
        sum / self.teams.len().max(1) as u32
    }
}
==== tests
#[test]
fn enrolls() {
    let mut t = Tournament::default();
    assert_eq!(t.enroll(Team { name: "Rooks".into(), rating: 1800 }), 1);
    assert_eq!(t.enroll(Team { name: "Pawns".into(), rating: 1200 }), 2);
    assert_eq!(t.log(), ["#1 Rooks (1800)", "#2 Pawns (1200)"]);
    assert_eq!(t.average_rating(), 1500);
}
#[test]
fn nobody() {
    assert_eq!(Tournament::default().average_rating(), 0);
}
