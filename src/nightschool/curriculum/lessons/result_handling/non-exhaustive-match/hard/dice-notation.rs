---
code: E0004
---
//! Dice of a tabletop game, written as the number of their sides.

#[derive(Debug, PartialEq)]
pub enum DiceError {
    NotANumber(String),
    /// A die needs at least two sides.
    TooFewSides(u32),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Die {
    pub sides: u32,
}

impl Die {
    pub fn parse(text: &str) -> Result<Die, DiceError> {
        let text = text.trim();
        match text.trim_start_matches('d').parse::<u32>() {
            Ok(sides) if sides >= 2 => Ok(Die { sides }),
            Err(_) => Err(DiceError::NotANumber(text.to_string())),
        }
    }

    /// Twice the average of a throw, which is always whole.
    pub fn double_average(self) -> u32 {
        self.sides + 1
    }
}

/// Reads a handful such as `d6 d6 d20`.
pub fn parse_hand(text: &str) -> Result<Vec<Die>, DiceError> {
    text.split_whitespace().map(Die::parse).collect()
}
==== fixed
//! Dice of a tabletop game, written as the number of their sides.

#[derive(Debug, PartialEq)]
pub enum DiceError {
    NotANumber(String),
    /// A die needs at least two sides.
    TooFewSides(u32),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Die {
    pub sides: u32,
}

impl Die {
    pub fn parse(text: &str) -> Result<Die, DiceError> {
        let text = text.trim();
        match text.trim_start_matches('d').parse::<u32>() {
            Ok(sides) if sides >= 2 => Ok(Die { sides }),
            Ok(sides) => Err(DiceError::TooFewSides(sides)),
            Err(_) => Err(DiceError::NotANumber(text.to_string())),
        }
    }

    /// Twice the average of a throw, which is always whole.
    pub fn double_average(self) -> u32 {
        self.sides + 1
    }
}

/// Reads a handful such as `d6 d6 d20`.
pub fn parse_hand(text: &str) -> Result<Vec<Die>, DiceError> {
    text.split_whitespace().map(Die::parse).collect()
}
==== tests
#[test]
fn reads_a_hand() {
    let hand = parse_hand("d6 d2 20").unwrap();
    assert_eq!(hand.iter().map(|die| die.sides).collect::<Vec<_>>(), [6, 2, 20]);
    assert_eq!(hand[0].double_average(), 7);
}

#[test]
fn refuses_flat_dice() {
    assert_eq!(Die::parse("d1"), Err(DiceError::TooFewSides(1)));
    assert_eq!(parse_hand("d6 d0"), Err(DiceError::TooFewSides(0)));
}

#[test]
fn refuses_words() {
    assert_eq!(Die::parse(" six "), Err(DiceError::NotANumber("six".to_string())));
}
