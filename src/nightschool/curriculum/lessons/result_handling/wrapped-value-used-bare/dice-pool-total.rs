---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum PoolError {
    NoDice,
    BadDie { index: usize, value: u8 },
}

/// The highest die of a pool, after checking that every die shows 1 to 6.
pub fn highest(dice: &[u8]) -> Result<u8, PoolError> {
    for (index, value) in dice.iter().copied().enumerate() {
        if !(1..=6).contains(&value) {
            return Err(PoolError::BadDie { index, value });
        }
    }
    dice.iter().copied().max().ok_or(PoolError::NoDice)
}

#[derive(Debug, PartialEq)]
pub struct Outcome {
    pub result: u8,
    pub critical: bool,
}

/// Two sixes or more are a critical success. A pool that cannot be read has
/// no outcome; the error says why.
pub fn resolve(dice: &[u8]) -> Result<Outcome, PoolError> {
    let sixes = dice.iter().filter(|die| **die == 6).count();
    Ok(Outcome {
        result: highest(dice),
        critical: sixes >= 2,
    })
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum PoolError {
    NoDice,
    BadDie { index: usize, value: u8 },
}

/// The highest die of a pool, after checking that every die shows 1 to 6.
pub fn highest(dice: &[u8]) -> Result<u8, PoolError> {
    for (index, value) in dice.iter().copied().enumerate() {
        if !(1..=6).contains(&value) {
            return Err(PoolError::BadDie { index, value });
        }
    }
    dice.iter().copied().max().ok_or(PoolError::NoDice)
}

#[derive(Debug, PartialEq)]
pub struct Outcome {
    pub result: u8,
    pub critical: bool,
}

/// Two sixes or more are a critical success. A pool that cannot be read has
/// no outcome; the error says why.
pub fn resolve(dice: &[u8]) -> Result<Outcome, PoolError> {
    let sixes = dice.iter().filter(|die| **die == 6).count();
    Ok(Outcome {
        result: highest(dice)?,
        critical: sixes >= 2,
    })
}
==== tests
#[test]
fn outcomes() {
    assert_eq!(resolve(&[6, 2, 6]), Ok(Outcome { result: 6, critical: true }));
    assert_eq!(resolve(&[3, 4]), Ok(Outcome { result: 4, critical: false }));
}
#[test]
fn errors_come_through() {
    assert_eq!(resolve(&[]), Err(PoolError::NoDice));
    assert_eq!(resolve(&[6, 6, 7]), Err(PoolError::BadDie { index: 2, value: 7 }));
}
