---
code: E0046
---
//! Squares of a chess board, read from text such as `e4`.

use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    pub file: u8,
    pub rank: u8,
}

#[derive(Debug, PartialEq, Eq)]
pub enum SquareError {
    Length(usize),
    File(char),
    Rank(char),
}

impl FromStr for Square {
    fn from_str(text: &str) -> Result<Self, SquareError> {
        let letters: Vec<char> = text.chars().collect();
        let [file, rank] = letters[..] else {
            return Err(SquareError::Length(letters.len()));
        };
        if !('a'..='h').contains(&file) {
            return Err(SquareError::File(file));
        }
        if !('1'..='8').contains(&rank) {
            return Err(SquareError::Rank(rank));
        }
        Ok(Square { file: file as u8 - b'a', rank: rank as u8 - b'1' })
    }
}

/// Reads a path such as `e2 e4 d5` and stops at the first bad square.
pub fn path(text: &str) -> Result<Vec<Square>, SquareError> {
    text.split_whitespace().map(|word| word.parse::<Square>()).collect()
}
==== fixed
//! Squares of a chess board, read from text such as `e4`.

use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    pub file: u8,
    pub rank: u8,
}

#[derive(Debug, PartialEq, Eq)]
pub enum SquareError {
    Length(usize),
    File(char),
    Rank(char),
}

impl FromStr for Square {
    type Err = SquareError;

    fn from_str(text: &str) -> Result<Self, SquareError> {
        let letters: Vec<char> = text.chars().collect();
        let [file, rank] = letters[..] else {
            return Err(SquareError::Length(letters.len()));
        };
        if !('a'..='h').contains(&file) {
            return Err(SquareError::File(file));
        }
        if !('1'..='8').contains(&rank) {
            return Err(SquareError::Rank(rank));
        }
        Ok(Square { file: file as u8 - b'a', rank: rank as u8 - b'1' })
    }
}

/// Reads a path such as `e2 e4 d5` and stops at the first bad square.
pub fn path(text: &str) -> Result<Vec<Square>, SquareError> {
    text.split_whitespace().map(|word| word.parse::<Square>()).collect()
}
==== tests
#[test]
fn reads_a_path() {
    let squares = path("a1 h8").unwrap();
    assert_eq!(squares, [Square { file: 0, rank: 0 }, Square { file: 7, rank: 7 }]);
}

#[test]
fn tells_what_is_wrong() {
    assert_eq!("k4".parse::<Square>(), Err(SquareError::File('k')));
    assert_eq!("e9".parse::<Square>(), Err(SquareError::Rank('9')));
    assert_eq!(path("e2 e44 z1"), Err(SquareError::Length(3)));
}
