---
code: E0277
---
/// A square of the board; files and ranks count from zero, so that
/// (0, 0) is written `a1` and (7, 7) `h8`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Square {
    pub file: u8,
    pub rank: u8,
}

pub struct Move {
    pub from: Square,
    pub to: Square,
    pub takes: bool,
}

/// Long algebraic notation: `e2-e4` for a quiet move, `e4xd5` for a capture.
pub fn notation(mv: &Move) -> String {
    let sign = if mv.takes { 'x' } else { '-' };
    format!("{}{}{}", mv.from, sign, mv.to)
}

pub fn record(moves: &[Move]) -> String {
    moves
        .iter()
        .enumerate()
        .map(|(i, mv)| format!("{}. {}", i + 1, notation(mv)))
        .collect::<Vec<_>>()
        .join(" ")
}
==== fixed
use std::fmt;

/// A square of the board; files and ranks count from zero, so that
/// (0, 0) is written `a1` and (7, 7) `h8`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Square {
    pub file: u8,
    pub rank: u8,
}

impl fmt::Display for Square {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", (b'a' + self.file) as char, self.rank + 1)
    }
}

pub struct Move {
    pub from: Square,
    pub to: Square,
    pub takes: bool,
}

/// Long algebraic notation: `e2-e4` for a quiet move, `e4xd5` for a capture.
pub fn notation(mv: &Move) -> String {
    let sign = if mv.takes { 'x' } else { '-' };
    format!("{}{}{}", mv.from, sign, mv.to)
}

pub fn record(moves: &[Move]) -> String {
    moves
        .iter()
        .enumerate()
        .map(|(i, mv)| format!("{}. {}", i + 1, notation(mv)))
        .collect::<Vec<_>>()
        .join(" ")
}
==== tests
fn mv(a: (u8, u8), b: (u8, u8), takes: bool) -> Move {
    Move { from: Square { file: a.0, rank: a.1 }, to: Square { file: b.0, rank: b.1 }, takes }
}
#[test]
fn quiet_and_capture() {
    assert_eq!(notation(&mv((4, 1), (4, 3), false)), "e2-e4");
    assert_eq!(notation(&mv((4, 3), (3, 4), true)), "e4xd5");
}
#[test]
fn corners() {
    assert_eq!(record(&[mv((0, 0), (7, 7), false), mv((7, 7), (0, 0), true)]), "1. a1-h8 2. h8xa1");
}
