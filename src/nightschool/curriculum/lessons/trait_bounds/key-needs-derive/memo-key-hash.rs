---
code: E0277
---
use std::collections::HashSet;

/// Which way a path runs through a grid square.
#[derive(Debug, Clone, Copy)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// A robot that replays its moves until it comes into a state it was in before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Position {
    pub x: i32,
    pub y: i32,
}

impl Position {
    pub fn step(self, direction: Direction) -> Position {
        let Position { x, y } = self;
        match direction {
            Direction::Up => Position { x, y: y + 1 },
            Direction::Down => Position { x, y: y - 1 },
            Direction::Left => Position { x: x - 1, y },
            Direction::Right => Position { x: x + 1, y },
        }
    }
}

/// The number of moves until a (position, move) pair comes up again; `None` if none does.
pub fn first_repeat(start: Position, moves: &[Direction]) -> Option<usize> {
    let states: Vec<(Position, Direction)> = moves
        .iter()
        .scan(start, |at, &direction| {
            let before = *at;
            *at = at.step(direction);
            Some((before, direction))
        })
        .collect();
    let mut seen = HashSet::from([states.first().copied()?]);
    states.iter().skip(1).position(|state| !seen.insert(*state)).map(|at| at + 1)
}
==== fixed
use std::collections::HashSet;

/// Which way a path runs through a grid square.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// A robot that replays its moves until it comes into a state it was in before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Position {
    pub x: i32,
    pub y: i32,
}

impl Position {
    pub fn step(self, direction: Direction) -> Position {
        let Position { x, y } = self;
        match direction {
            Direction::Up => Position { x, y: y + 1 },
            Direction::Down => Position { x, y: y - 1 },
            Direction::Left => Position { x: x - 1, y },
            Direction::Right => Position { x: x + 1, y },
        }
    }
}

/// The number of moves until a (position, move) pair comes up again; `None` if none does.
pub fn first_repeat(start: Position, moves: &[Direction]) -> Option<usize> {
    let states: Vec<(Position, Direction)> = moves
        .iter()
        .scan(start, |at, &direction| {
            let before = *at;
            *at = at.step(direction);
            Some((before, direction))
        })
        .collect();
    let mut seen = HashSet::from([states.first().copied()?]);
    states.iter().skip(1).position(|state| !seen.insert(*state)).map(|at| at + 1)
}
==== tests
use Direction::*;

#[test]
fn finds_the_repeat() {
    let start = Position { x: 0, y: 0 };
    assert_eq!(first_repeat(start, &[Up, Down, Left, Right, Up]), Some(4));
    assert_eq!(first_repeat(start, &[Left, Right, Left]), Some(2));
}

#[test]
fn another_move_is_another_state() {
    let start = Position { x: 3, y: -1 };
    assert_eq!(first_repeat(start, &[Up, Down, Right, Left]), None);
    assert_eq!(first_repeat(start, &[]), None);
}
