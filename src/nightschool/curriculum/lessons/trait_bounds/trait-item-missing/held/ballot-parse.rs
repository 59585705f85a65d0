---
code: E0046
---
use std::str::FromStr;

#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    Candidate(u8),
    Abstain,
    Blank,
}

#[derive(Debug, PartialEq)]
pub struct InvalidBallot(pub String);

/// A ballot reads `#3` for candidate 3, `-` for an abstention, and nothing for blank.
impl FromStr for Choice {
    fn from_str(text: &str) -> Result<Self, InvalidBallot> {
        match text.trim() {
            "" => Ok(Choice::Blank),
            "-" => Ok(Choice::Abstain),
            other => other
                .strip_prefix('#')
                .and_then(|number| number.parse().ok())
                .map(Choice::Candidate)
                .ok_or_else(|| InvalidBallot(other.to_string())),
        }
    }
}

pub fn count_valid(ballots: &[&str]) -> usize {
    ballots.iter().filter(|b| matches!(read(b), Ok(Choice::Candidate(_)))).count()
}

pub fn read(ballot: &str) -> Result<Choice, InvalidBallot> {
    Choice::from_str(ballot)
}
==== fixed
use std::str::FromStr;

#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    Candidate(u8),
    Abstain,
    Blank,
}

#[derive(Debug, PartialEq)]
pub struct InvalidBallot(pub String);

/// A ballot reads `#3` for candidate 3, `-` for an abstention, and nothing for blank.
impl FromStr for Choice {
    type Err = InvalidBallot;

    fn from_str(text: &str) -> Result<Self, InvalidBallot> {
        match text.trim() {
            "" => Ok(Choice::Blank),
            "-" => Ok(Choice::Abstain),
            other => other
                .strip_prefix('#')
                .and_then(|number| number.parse().ok())
                .map(Choice::Candidate)
                .ok_or_else(|| InvalidBallot(other.to_string())),
        }
    }
}

pub fn count_valid(ballots: &[&str]) -> usize {
    ballots.iter().filter(|b| matches!(read(b), Ok(Choice::Candidate(_)))).count()
}

pub fn read(ballot: &str) -> Result<Choice, InvalidBallot> {
    Choice::from_str(ballot)
}
==== tests
#[test]
fn reads_choices() {
    assert_eq!(read(" #3 "), Ok(Choice::Candidate(3)));
    assert_eq!(read("-"), Ok(Choice::Abstain));
    assert_eq!(read(""), Ok(Choice::Blank));
    assert_eq!("#x".parse::<Choice>(), Err(InvalidBallot("#x".to_string())));
}
#[test]
fn counts() {
    assert_eq!(count_valid(&["#1", "#900", "-", "#2", "bad"]), 2);
}
