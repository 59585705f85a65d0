---
code: E0308
---
//! Commands of a vacuum robot as they are typed on its remote control.

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Start,
    Dock,
    Forward(u32),
    Turn(i32),
}

#[derive(Debug, Clone, PartialEq)]
pub enum CommandError {
    Unknown(String),
    Distance,
    Angle,
}

impl Command {
    /// Reads `start`, `dock`, `forward 30` or `turn -90`.
    pub fn parse(text: &str) -> Result<Command, CommandError> {
        let (verb, rest) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        match verb {
            "start" => Command::Start,
            "dock" => Command::Dock,
            "forward" => rest.parse().map(Command::Forward).map_err(|_| CommandError::Distance),
            "turn" => rest.parse().map(Command::Turn).map_err(|_| CommandError::Angle),
            other => CommandError::Unknown(other.to_string()),
        }
    }

    /// Seconds the robot is busy with it.
    pub fn duration(&self) -> u32 {
        match self {
            Command::Start => 1,
            Command::Dock => 60,
            Command::Forward(centimetres) => centimetres / 20,
            Command::Turn(degrees) => degrees.unsigned_abs() / 45,
        }
    }
}
==== fixed
//! Commands of a vacuum robot as they are typed on its remote control.

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Start,
    Dock,
    Forward(u32),
    Turn(i32),
}

#[derive(Debug, Clone, PartialEq)]
pub enum CommandError {
    Unknown(String),
    Distance,
    Angle,
}

impl Command {
    /// Reads `start`, `dock`, `forward 30` or `turn -90`.
    pub fn parse(text: &str) -> Result<Command, CommandError> {
        let (verb, rest) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        match verb {
            "start" => Ok(Command::Start),
            "dock" => Ok(Command::Dock),
            "forward" => rest.parse().map(Command::Forward).map_err(|_| CommandError::Distance),
            "turn" => rest.parse().map(Command::Turn).map_err(|_| CommandError::Angle),
            other => Err(CommandError::Unknown(other.to_string())),
        }
    }

    /// Seconds the robot is busy with it.
    pub fn duration(&self) -> u32 {
        match self {
            Command::Start => 1,
            Command::Dock => 60,
            Command::Forward(centimetres) => centimetres / 20,
            Command::Turn(degrees) => degrees.unsigned_abs() / 45,
        }
    }
}
==== tests
#[test]
fn reads_commands() {
    assert_eq!(Command::parse(" start "), Ok(Command::Start));
    assert_eq!(Command::parse("dock"), Ok(Command::Dock));
    assert_eq!(Command::parse("forward 30"), Ok(Command::Forward(30)));
    assert_eq!(Command::parse("turn -90").unwrap().duration(), 2);
}

#[test]
fn wrong_commands() {
    assert_eq!(Command::parse("dance 3"), Err(CommandError::Unknown("dance".to_string())));
    assert_eq!(Command::parse("forward far"), Err(CommandError::Distance));
    assert_eq!(Command::parse("turn"), Err(CommandError::Angle));
}
