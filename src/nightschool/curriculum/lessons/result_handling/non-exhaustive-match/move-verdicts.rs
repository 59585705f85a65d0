---
code: E0004
---
#[derive(Debug, PartialEq)]
pub enum MoveError {
    NotYourTurn,
    Blocked { by: String },
    OutOfTime { over_ms: u32 },
    Illegal,
}

/// What the referee announces. Illegal and blocked moves may be taken back;
/// a player out of time has lost, and the announcement tells by how many
/// whole seconds, as in `flag fell, 2 s over`.
pub fn announce(outcome: &Result<u32, MoveError>) -> String {
    match outcome {
        Ok(0) => "game over".to_string(),
        Ok(left) => format!("{left} pieces left"),
        Err(MoveError::NotYourTurn) => "wait for your turn".to_string(),
        Err(MoveError::Blocked { by }) => format!("blocked by {by}, try again"),
        Err(MoveError::Illegal) => "illegal, try again".to_string(),
    }
}

pub fn protocol(outcomes: &[Result<u32, MoveError>]) -> Vec<String> {
    outcomes
        .iter()
        .enumerate()
        .map(|(i, outcome)| format!("{}: {}", i + 1, announce(outcome)))
        .collect()
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum MoveError {
    NotYourTurn,
    Blocked { by: String },
    OutOfTime { over_ms: u32 },
    Illegal,
}

/// What the referee announces. Illegal and blocked moves may be taken back;
/// a player out of time has lost, and the announcement tells by how many
/// whole seconds, as in `flag fell, 2 s over`.
pub fn announce(outcome: &Result<u32, MoveError>) -> String {
    match outcome {
        Ok(0) => "game over".to_string(),
        Ok(left) => format!("{left} pieces left"),
        Err(MoveError::NotYourTurn) => "wait for your turn".to_string(),
        Err(MoveError::Blocked { by }) => format!("blocked by {by}, try again"),
        Err(MoveError::OutOfTime { over_ms }) => {
            format!("flag fell, {} s over", over_ms / 1000)
        }
        Err(MoveError::Illegal) => "illegal, try again".to_string(),
    }
}

pub fn protocol(outcomes: &[Result<u32, MoveError>]) -> Vec<String> {
    outcomes
        .iter()
        .enumerate()
        .map(|(i, outcome)| format!("{}: {}", i + 1, announce(outcome)))
        .collect()
}
==== tests
#[test]
fn time() {
    assert_eq!(announce(&Err(MoveError::OutOfTime { over_ms: 2750 })), "flag fell, 2 s over");
}
#[test]
fn the_rest() {
    let lines = protocol(&[
        Ok(3),
        Err(MoveError::Blocked { by: "rook".into() }),
        Err(MoveError::Illegal),
        Err(MoveError::NotYourTurn),
        Ok(0),
    ]);
    assert_eq!(lines, [
        "1: 3 pieces left",
        "2: blocked by rook, try again",
        "3: illegal, try again",
        "4: wait for your turn",
        "5: game over",
    ]);
}
