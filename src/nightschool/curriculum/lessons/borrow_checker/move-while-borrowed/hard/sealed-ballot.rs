---
code: E0505
---
//! Ballot boxes of a club election.

use std::collections::BTreeMap;

#[derive(Debug)]
pub struct Ballots {
    pub room: String,
    votes: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Count {
    pub winner: String,
    pub votes: usize,
    pub ignored: usize,
    pub minutes: Vec<String>,
}

impl Ballots {
    pub fn new(room: &str) -> Self {
        Ballots { room: room.to_string(), votes: Vec::new() }
    }

    pub fn cast(&mut self, name: &str) {
        self.votes.push(name.trim().to_string());
    }

    pub fn first_vote(&self) -> Option<&str> {
        self.votes.first().map(String::as_str)
    }

    /// Breaks the seal: only now the blank votes are told from the others.
    fn unseal(self) -> Vec<String> {
        self.votes.into_iter().filter(|vote| !vote.is_empty()).collect()
    }
}

/// Counts a box. On a tie the name that comes first in the alphabet wins.
pub fn count(ballots: Ballots) -> Option<Count> {
    let room = &ballots.room;
    let cast = ballots.votes.len();
    let valid = ballots.unseal();
    let mut tally: BTreeMap<&str, usize> = BTreeMap::new();
    for vote in &valid {
        *tally.entry(vote).or_default() += 1;
    }
    let (winner, votes) = tally.into_iter().rev().max_by_key(|(_, votes)| *votes)?;
    let minutes = vec![format!("{room}: {cast} cast"), format!("{room}: {winner} elected")];
    Some(Count { winner: winner.to_string(), votes, ignored: cast - valid.len(), minutes })
}
==== fixed
//! Ballot boxes of a club election.

use std::collections::BTreeMap;

#[derive(Debug)]
pub struct Ballots {
    pub room: String,
    votes: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Count {
    pub winner: String,
    pub votes: usize,
    pub ignored: usize,
    pub minutes: Vec<String>,
}

impl Ballots {
    pub fn new(room: &str) -> Self {
        Ballots { room: room.to_string(), votes: Vec::new() }
    }

    pub fn cast(&mut self, name: &str) {
        self.votes.push(name.trim().to_string());
    }

    pub fn first_vote(&self) -> Option<&str> {
        self.votes.first().map(String::as_str)
    }

    /// Breaks the seal: only now the blank votes are told from the others.
    fn unseal(self) -> Vec<String> {
        self.votes.into_iter().filter(|vote| !vote.is_empty()).collect()
    }
}

/// Counts a box. On a tie the name that comes first in the alphabet wins.
pub fn count(ballots: Ballots) -> Option<Count> {
    let room = ballots.room.clone();
    let cast = ballots.votes.len();
    let valid = ballots.unseal();
    let mut tally: BTreeMap<&str, usize> = BTreeMap::new();
    for vote in &valid {
        *tally.entry(vote).or_default() += 1;
    }
    let (winner, votes) = tally.into_iter().rev().max_by_key(|(_, votes)| *votes)?;
    let minutes = vec![format!("{room}: {cast} cast"), format!("{room}: {winner} elected")];
    Some(Count { winner: winner.to_string(), votes, ignored: cast - valid.len(), minutes })
}
==== tests
fn ballots(names: &[&str]) -> Ballots {
    let mut ballots = Ballots::new("Hall");
    for name in names {
        ballots.cast(name);
    }
    ballots
}

#[test]
fn blank_votes_are_cast_but_ignored() {
    let result = count(ballots(&["Mia", "", "Leo", " Mia ", "  "])).unwrap();
    assert_eq!((result.winner.as_str(), result.votes, result.ignored), ("Mia", 2, 2));
    assert_eq!(result.minutes, ["Hall: 5 cast", "Hall: Mia elected"]);
}

#[test]
fn a_tie_goes_by_the_alphabet() {
    assert_eq!(count(ballots(&["Mia", "Leo"])).unwrap().winner, "Leo");
    assert_eq!(count(ballots(&[""])), None);
    assert_eq!(ballots(&["Mia", "Leo"]).first_vote(), Some("Mia"));
}
