---
code: E0277
---
use std::num::ParseIntError;

/// `3d6` is three dice of six sides.
#[derive(Debug, PartialEq)]
pub struct Throw {
    pub count: u32,
    pub sides: u32,
}

fn parse_throw(text: &str) -> Result<Throw, ParseIntError> {
    let (count, sides) = text.split_once('d').unwrap_or(("1", text));
    Ok(Throw {
        count: count.trim().parse()?,
        sides: sides.trim().parse()?,
    })
}

/// The highest total that the throws of a line such as `2d6 + d20` can give.
/// Lines come from the players' notes; one that cannot be read counts as 0.
pub fn best_total(line: &str) -> u32 {
    let mut total = 0;
    for part in line.split('+') {
        let throw = parse_throw(part.trim())?;
        total += throw.count * throw.sides;
    }
    total
}
==== fixed
use std::num::ParseIntError;

/// `3d6` is three dice of six sides.
#[derive(Debug, PartialEq)]
pub struct Throw {
    pub count: u32,
    pub sides: u32,
}

fn parse_throw(text: &str) -> Result<Throw, ParseIntError> {
    let (count, sides) = text.split_once('d').unwrap_or(("1", text));
    Ok(Throw {
        count: count.trim().parse()?,
        sides: sides.trim().parse()?,
    })
}

/// The highest total that the throws of a line such as `2d6 + d20` can give.
/// Lines come from the players' notes; one that cannot be read counts as 0.
pub fn best_total(line: &str) -> u32 {
    let mut total = 0;
    for part in line.split('+') {
        let Ok(throw) = parse_throw(part.trim()) else {
            return 0;
        };
        total += throw.count * throw.sides;
    }
    total
}
==== tests
#[test]
fn adds_up() {
    assert_eq!(best_total("2d6 + 1d20"), 32);
    assert_eq!(best_total("8"), 8);
}
#[test]
fn unreadable_line_is_zero() {
    assert_eq!(best_total("2d6 + cake"), 0);
    assert_eq!(best_total("x + 2d6"), 0);
    assert_eq!(best_total(""), 0);
}
